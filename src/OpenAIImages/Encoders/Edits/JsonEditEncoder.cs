using System.Text.Json;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>Turns an edit whose inputs are links or file ids into JSON.</summary>
/// <remarks>
/// Files among the inputs become <c>data:</c> links. The service takes such a link up to 20,971,520 characters; for a
/// larger image, the encoder throws an exception with its name. <b>Memory.</b> The encoder holds the JSON without the
/// images. The client reads an image while it sends it. Only a stream of unknown length is read into memory before.
/// </remarks>
internal static class JsonEditEncoder
{
    private const int MaxLinkLength = 20_971_520;

    public static async ValueTask<EncodedRequest> EncodeAsync(
        EditInputs inputs, bool stream, CancellationToken cancellationToken)
    {
        var images = new InlineImage?[inputs.Images.Count];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = await PrepareAsync(inputs.Images[i], $"image[{i}]", cancellationToken).ConfigureAwait(false);
        }

        var mask = await PrepareAsync(inputs.Mask, "mask", cancellationToken).ConfigureAwait(false);
        var markup = await PrepareAsync(inputs.Markup, "markup", cancellationToken).ConfigureAwait(false);
        var insertions = new List<(long Offset, InlineImage Image)>();
        var json = JsonContent.Write(
            insertions, (json, found) => Write(json, found, inputs.Request, stream, images, mask, markup));

        return new EncodedRequest(new JsonEditContent(json, insertions), CanBeSentAgain: true);
    }

    private static void Write(
        Utf8JsonWriter json,
        List<(long Offset, InlineImage Image)> insertions,
        EditImageRequest request,
        bool stream,
        InlineImage?[] images,
        InlineImage? mask,
        InlineImage? markup)
    {
        RequestFields.Write(request, new JsonFieldWriter(json), stream);
        json.WriteStartArray("images");
        for (var i = 0; i < images.Length; i++)
        {
            Write(json, insertions, request.Images[i], images[i]);
        }

        json.WriteEndArray();
        WriteOptional(json, insertions, "mask", request.Mask, mask);
        WriteOptional(json, insertions, "markup", request.Markup, markup);
    }

    private static void WriteOptional(
        Utf8JsonWriter json,
        List<(long Offset, InlineImage Image)> insertions,
        string name,
        ImageInput? input,
        InlineImage? image)
    {
        if (input is not null)
        {
            json.WritePropertyName(name);
            Write(json, insertions, input, image);
        }
    }

    private static void Write(
        Utf8JsonWriter json, List<(long Offset, InlineImage Image)> insertions, ImageInput input, InlineImage? image)
    {
        json.WriteStartObject();
        if (input.Reference is { } reference)
        {
            json.WriteString(reference.Field, reference.Value);
        }
        else
        {
            // The content inserts the base64 before the closing quote, while the request is sent.
            json.WriteString("image_url", image!.LinkPrefix);
            insertions.Add((json.BytesCommitted + json.BytesPending - 1, image));
        }

        json.WriteEndObject();
    }

    private static async ValueTask<InlineImage?> PrepareAsync(
        CheckedInput? input, string name, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return null;
        }

        var prefix = $"data:{input.MediaType};base64,";
        var maxLength = (MaxLinkLength - prefix.Length) / 4 * 3;
        var source = input.Source;
        if (input.Length is null)
        {
            source = await ReadAsync(source, name, maxLength, cancellationToken).ConfigureAwait(false);
        }

        var length = input.Length ?? source.Length!.Value;

        return length <= maxLength ? new InlineImage(source, name, length, prefix) : throw TooLarge(name, maxLength);
    }

    private static async ValueTask<MemorySource> ReadAsync(
        InputSource source, string name, int maxLength, CancellationToken cancellationToken)
    {
        using var stream = source.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[InlineImage.BufferSize];
        int read;
        while ((read = await source.ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxLength)
            {
                throw TooLarge(name, maxLength);
            }
        }

        return new MemorySource(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private static ImageInputException TooLarge(string name, int maxLength) => new(
        name,
        $"beside links and file ids an image may have {maxLength} bytes. Send all images as files, or this one by a " +
        "link as well.");
}
