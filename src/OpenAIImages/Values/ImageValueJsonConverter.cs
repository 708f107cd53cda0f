using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>Reads and writes a value of this package as a JSON string, and as the name of a member.</summary>
/// <typeparam name="T">The value's type, such as <see cref="ImageModel"/>.</typeparam>
/// <remarks>
/// The type is public, since the source generator's code for a <c>JsonSerializerContext</c> creates it. The values have
/// it as an attribute, so programs need not name it. An empty text stands for the default value, in both directions.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImageValueJsonConverter<T> : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a string, or its text is not such a value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString()!)
            : throw new JsonException($"An {typeof(T).Name} is a string.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => Guard.NotNull(writer).WriteStringValue(value.ToString());

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not such a value.</exception>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.GetString()!);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => Guard.NotNull(writer).WritePropertyName(value.ToString()!);

    private static T Parse(string text)
        => text.Length == 0 ? default
            : default(T) is not IImageValue<T> reader
                ? throw new NotSupportedException($"{typeof(T).Name} is no value of this package.")
            : reader.TryRead(text, out var value) ? value
            : throw new JsonException(ImageValueText.Fault(typeof(T), text).Message);
}
