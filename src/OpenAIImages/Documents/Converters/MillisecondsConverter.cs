using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Reads and writes a duration in milliseconds, as the service does. Fractions are kept.</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public static MillisecondsConverter Instance { get; } = new();

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TimeSpan.FromTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerMillisecond));

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
        => writer.WriteNumberValue((decimal)value.Ticks / TimeSpan.TicksPerMillisecond);
}
