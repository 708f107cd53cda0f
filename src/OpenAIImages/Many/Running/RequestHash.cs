using System.Text.Json;
using OpenAIImages.Bytes;
using OpenAIImages.Documents;

namespace OpenAIImages.Many.Running;

/// <summary>Makes the hash of a request. With it, a journal finds out whether an id still belongs to the same
/// request.</summary>
/// <remarks>The hash is the SHA-256 of the request as JSON. The SHA-256 of its bytes replaces an input with bytes: a
/// moved file gives the same hash, and a changed file gives another hash. The media type of an input counts, its name
/// does not. Headers and the time limit are no part of a request.</remarks>
internal static class RequestHash
{
    private const int BufferSize = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new();
    private static readonly RequestConverter<PromptedImageRequest> Requests = new();

    /// <exception cref="ImageJournalException">An input is a stream, or a field cannot be written as JSON.</exception>
    /// <exception cref="ImageInputException">A file cannot be read.</exception>
    public static async Task<string> ComputeAsync(
        string id, PromptedImageRequest request, CancellationToken cancellationToken)
    {
        var plain = request is EditImageRequest edit
            ? await HashInputsAsync(id, edit, cancellationToken).ConfigureAwait(false)
            : request;
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                Requests.Write(writer, plain, Options);
            }

            return Sha256Text.Of(buffer.ToArray());
        }
        catch (JsonException e)
        {
            throw ImageJournalException.NotRecordable(id, e.Message, e);
        }
    }

    private static async Task<EditImageRequest> HashInputsAsync(
        string id, EditImageRequest request, CancellationToken cancellationToken)
    {
        var images = new List<ImageInput>();
        foreach (var image in request.Images)
        {
            images.Add(await HashAsync(id, $"image[{images.Count}]", image, cancellationToken).ConfigureAwait(false));
        }

        return request with
        {
            Images = images,
            Mask = request.Mask is { } mask
                ? await HashAsync(id, "mask", mask, cancellationToken).ConfigureAwait(false)
                : null,
            Markup = request.Markup is { } markup
                ? await HashAsync(id, "markup", markup, cancellationToken).ConfigureAwait(false)
                : null,
        };
    }

    private static async Task<ImageInput> HashAsync(
        string id, string name, ImageInput input, CancellationToken cancellationToken)
    {
        if (input.Source is not { } source)
        {
            return input;
        }

        if (source is Inputs.StreamSource)
        {
            throw ImageJournalException.NotRecordable(
                id, $"its input {name} is a stream, which another run cannot read again. Give a file or bytes.");
        }

        var hash = await Sha256Text
            .HashAsync(stream => source.CopyToAsync(stream, BufferSize, source, cancellationToken))
            .ConfigureAwait(false);

        return ImageInput.FromBytes(hash, fileName: null, input.MediaType);
    }
}
