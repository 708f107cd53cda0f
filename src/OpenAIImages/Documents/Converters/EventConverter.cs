using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Reads and writes an event of either kind. The member <c>type</c> names the kind.</summary>
internal sealed class EventConverter : JsonConverter<ImageStreamEvent>
{
    public override ImageStreamEvent Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TopMembers.TextOf(reader, EventDocuments.Kind, typeof(ImageStreamEvent)) switch
        {
            EventDocuments.PartialKind => EventDocuments.Partial.Read(ref reader, typeof(PartialImageEvent), options),
            EventDocuments.CompletedKind
                => EventDocuments.Completed.Read(ref reader, typeof(CompletedImageEvent), options),
            _ => throw new DocumentException(
                typeof(ImageStreamEvent),
                EventDocuments.Kind,
                $"It is neither '{EventDocuments.PartialKind}' nor '{EventDocuments.CompletedKind}'."),
        };

    public override void Write(Utf8JsonWriter writer, ImageStreamEvent value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case PartialImageEvent partial:
                EventDocuments.Partial.Write(writer, partial, options);
                break;
            case CompletedImageEvent completed:
                EventDocuments.Completed.Write(writer, completed, options);
                break;
        }
    }
}
