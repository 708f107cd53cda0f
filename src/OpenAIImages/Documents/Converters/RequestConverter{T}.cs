using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Reads and writes a request of any kind, or a request of a kind with a prompt.</summary>
/// <remarks>The members determine the kind: an edit has a prompt and images, and a variation has an image and no
/// prompt.</remarks>
internal sealed class RequestConverter<T> : JsonConverter<T>
    where T : ImageRequest
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var names = TopMembers.NamesOf(reader, typeof(T));
        var hasImages = names.Contains("image") || names.Contains("images");
        ImageRequest request = hasImages && !names.Contains("prompt") && typeof(T) == typeof(ImageRequest)
            ? RequestDocuments.Vary.Read(ref reader, typeof(CreateVariationRequest), options)
            : hasImages
                ? RequestDocuments.Edit.Read(ref reader, typeof(EditImageRequest), options)
                : RequestDocuments.Generate.Read(ref reader, typeof(GenerateImageRequest), options);

        return (T)request;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case EditImageRequest edit:
                RequestDocuments.Edit.Write(writer, edit, options);
                break;
            case CreateVariationRequest variation:
                RequestDocuments.Vary.Write(writer, variation, options);
                break;
            case GenerateImageRequest generation:
                RequestDocuments.Generate.Write(writer, generation, options);
                break;
        }
    }
}
