using System.Text.Json;

namespace OpenAIImages.Emulator.Batches;

/// <summary>A request of a batch, as its line describes it.</summary>
/// <remarks>Most of the body is not parsed yet. A property is <see langword="null"/> when its member is absent, null or
/// of a wrong type.</remarks>
internal sealed record BatchLine
{
    public string? CustomId { get; private init; }

    public string? Method { get; private init; }

    public string? Url { get; private init; }

    /// <summary>Gets the JSON of the request itself; empty when it is not an object.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>Gets the member <c>model</c> of the body.</summary>
    public string? Model { get; private init; }

    /// <summary>Gets a value indicating whether the body has a model that is neither a string nor null.</summary>
    public bool HasOtherModel { get; private init; }

    /// <summary>Gets a value indicating whether the body asks for a stream.</summary>
    public bool Streams { get; private init; }

    /// <param name="bytes">The line. The body is a slice of it.</param>
    /// <exception cref="JsonException">The line is not a JSON object.</exception>
    /// <exception cref="InvalidOperationException">A string in the line is not valid text.</exception>
    public static BatchLine Read(ReadOnlyMemory<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes.Span);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The line is not a JSON object.");
        }

        var line = new BatchLine();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            line = name switch
            {
                "custom_id" => line with { CustomId = Text(ref json) },
                "method" => line with { Method = Text(ref json) },
                "url" => line with { Url = Text(ref json) },
                "body" when json.TokenType == JsonTokenType.StartObject => line.WithBody(bytes, ref json),
                _ => line,
            };
            json.Skip();
        }

        // Throws when anything follows the object.
        while (json.Read())
        {
        }

        return line;
    }

    private static string? Text(ref Utf8JsonReader json)
        => json.TokenType == JsonTokenType.String ? json.GetString() : null;

    private BatchLine WithBody(ReadOnlyMemory<byte> bytes, ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        var line = this;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isModel = json.ValueTextEquals("model"u8);
            var isStream = json.ValueTextEquals("stream"u8);
            json.Read();
            line = isModel
                ? line with
                {
                    Model = Text(ref json),
                    HasOtherModel = json.TokenType is not (JsonTokenType.String or JsonTokenType.Null),
                }
                : isStream ? line with { Streams = json.TokenType == JsonTokenType.True }
                : line;
            json.Skip();
        }

        return line with { Body = bytes[start..(int)json.BytesConsumed] };
    }
}
