using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>Turns an edit whose inputs are links or file ids into JSON.</summary>
/// <remarks>
/// Pictures among them that are files become <c>data:</c> links. The service takes such a link up to 20,971,520
/// characters; a larger picture is refused by name. <b>Memory.</b> The body, whole.
/// </remarks>
internal static class JsonEditEncoder
{
    private const int MaxLinkLength = 20_971_520;

    public static async ValueTask<HttpContent> EncodeAsync(
        EditInputs inputs, bool stream, CancellationToken cancellationToken)
    {
        using var scratch = JsonScratch.Rent();
        var json = scratch.Json;
        var request = inputs.Request;
        json.WriteStartObject();
        RequestFields.Write(request, scratch.Fields, stream);
        json.WriteStartArray("images");
        for (var i = 0; i < request.Images.Count; i++)
        {
            await WriteAsync(json, request.Images[i], inputs.Images[i], $"image[{i}]", cancellationToken)
                .ConfigureAwait(false);
        }

        json.WriteEndArray();
        await WriteOptionalAsync(json, "mask", request.Mask, inputs.Mask, cancellationToken).ConfigureAwait(false);
        await WriteOptionalAsync(json, "markup", request.Markup, inputs.Markup, cancellationToken)
            .ConfigureAwait(false);
        json.WriteEndObject();

        return new JsonContent(scratch.ToArray());
    }

    private static ValueTask WriteOptionalAsync(
        Utf8JsonWriter json, string name, ImageInput? input, CheckedInput? picture, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return default;
        }

        json.WritePropertyName(name);

        return WriteAsync(json, input, picture, name, cancellationToken);
    }

    private static async ValueTask WriteAsync(
        Utf8JsonWriter json, ImageInput input, CheckedInput? picture, string name, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        if (input.Reference is { } reference)
        {
            json.WriteString(reference.Field, reference.Value);
        }
        else
        {
            var link = await DataLinkAsync(picture!, name, cancellationToken).ConfigureAwait(false);
            json.WriteString("image_url", link);
        }

        json.WriteEndObject();
    }

    private static async ValueTask<string> DataLinkAsync(
        CheckedInput picture, string name, CancellationToken cancellationToken)
    {
        var prefix = $"data:{picture.MediaType};base64,";
        var most = (MaxLinkLength - prefix.Length) / 4 * 3;
        using var source = picture.Source.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[80 * 1024];
        int read;
        while ((read = await picture.Source.ReadAsync(source, buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                throw new ImageInputException(
                    name,
                    $"beside links and file ids an image may have {most} bytes. Send all images as files, or this " +
                    "one by a link as well.");
            }
        }

        return prefix + Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
