namespace OpenAIImages.FSharp.Tests

open System.Linq
open System.Threading
open System.Threading.Tasks
open OpenAIImages

/// The call that reached a fake: its operation, prompt, destination and token.
type Arrival =
    { Operation: string
      Prompt: string
      Destination: ImageDestination | null
      Token: CancellationToken }

module RecordingClient =

    /// Makes a fake that reports each call.
    let create (note: Arrival -> unit) =
        let record operation (request: PromptedImageRequest) destination token =
            note
                { Operation = operation
                  Prompt = request.Prompt
                  Destination = destination
                  Token = token }

        { new IImageClient with
            member _.GenerateAsync(request, destination, token) =
                record "Generate" request destination token
                Task.FromResult(ImageResult([||]))

            member _.EditAsync(request, destination, token) =
                record "Edit" request destination token
                Task.FromResult(ImageResult([||]))

            member _.CreateVariationAsync(_, _, _) = Task.FromResult(ImageResult([||]))

            member _.GenerateStreamingAsync(request, destination, token) =
                record "GenerateStreaming" request destination token
                AsyncEnumerable.Empty<ImageStreamEvent>()

            member _.EditStreamingAsync(request, destination, token) =
                record "EditStreaming" request destination token
                AsyncEnumerable.Empty<ImageStreamEvent>()

            member _.DownloadAsync(image, _, _, _) = Task.FromResult image }
