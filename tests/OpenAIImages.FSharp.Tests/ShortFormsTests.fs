namespace OpenAIImages.FSharp.Tests

open System.IO
open System.Threading
open OpenAIImages
open Xunit

/// Every form of a call compiles in F#, and the prompt, the destination and the token arrive.
type ShortFormsTests() =

    let mutable seen = None
    let client = RecordingClient.create (fun arrival -> seen <- Some arrival)
    let source = new CancellationTokenSource()
    let token = source.Token
    let destination = ImageDestination.Stream(new MemoryStream())
    let request = GenerateImageRequest("w")
    let image = ImageInput.FromFileId "file-1"

    let arrived operation (hasDestination: bool) (hasToken: bool) =
        let arrival = seen.Value
        Assert.Equal(operation, arrival.Operation)
        Assert.Equal("w", arrival.Prompt)
        let expected: ImageDestination | null = if hasDestination then destination else null
        Assert.Same(expected, arrival.Destination)
        Assert.Equal((if hasToken then token else CancellationToken.None), arrival.Token)

    [<Fact>]
    member _.``A request is sent in every form``() =
        task {
            let! _ = client.GenerateAsync request
            arrived "Generate" false false
            let! _ = client.GenerateAsync(request, token)
            arrived "Generate" false true
            let! _ = client.GenerateAsync(request, destination)
            arrived "Generate" true false
            let! _ = client.GenerateAsync(request, destination, token)
            arrived "Generate" true true
            let! _ = client.GenerateAsync(request, cancellationToken = token)
            arrived "Generate" false true
            let! _ = client.GenerateAsync(GenerateImageRequest("w", Size = ImageSize.Square), token)
            arrived "Generate" false true
        }

    [<Fact>]
    member _.``A prompt is sent in every form``() =
        task {
            let! _ = client.GenerateAsync "w"
            arrived "Generate" false false
            let! _ = client.GenerateAsync("w", token)
            arrived "Generate" false true
            let! _ = client.GenerateAsync("w", destination)
            arrived "Generate" true false
            let! _ = client.GenerateAsync("w", destination, token)
            arrived "Generate" true true
        }

    [<Fact>]
    member _.``Streams and edits have every form``() =
        task {
            client.GenerateStreamingAsync(request, token) |> ignore
            arrived "GenerateStreaming" false true
            client.GenerateStreamingAsync("w", token) |> ignore
            arrived "GenerateStreaming" false true
            client.GenerateStreamingAsync("w", destination, token) |> ignore
            arrived "GenerateStreaming" true true
            client.EditStreamingAsync("w", image, token) |> ignore
            arrived "EditStreaming" false true
            let! _ = client.EditAsync("w", image, token)
            arrived "Edit" false true
            let! _ = client.EditAsync("w", image, destination, token)
            arrived "Edit" true true
            let! _ = client.EditAsync("w", [ image; image ], token)
            arrived "Edit" false true
        }

    interface System.IDisposable with
        member _.Dispose() = source.Dispose()
