using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>One of the additional properties: a field by its name in the API, with a value of any type.</summary>
internal sealed class FieldValue
{
    private FieldValue(string ownName, object value)
    {
        OwnName = ownName;
        Name = ownName.ToLowerInvariant();
        Value = value;
    }

    /// <summary>Gets the name in lower case: the dictionary of the properties ignores case.</summary>
    public string Name { get; }

    /// <summary>Gets the name as the caller wrote it.</summary>
    public string OwnName { get; }

    /// <summary>Gets the value.</summary>
    /// <remarks>Text in JSON has become a string.</remarks>
    public object Value { get; }

    public static FieldValue? From(string name, object? value) => value switch
    {
        JsonNode node => From(name, Parse(node.ToJsonString())),
        JsonElement { ValueKind: JsonValueKind.String } text => new(name, TextOf(name, text)),
        null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        _ => new(name, value),
    };

    /// <summary>Reads a text, or a value of type <typeparamref name="T"/>.</summary>
    /// <returns>The value; <see langword="null"/> for a blank text, which counts as not given.</returns>
    public T? Word<T>(Func<string, T> named)
        where T : struct
        => Value switch
        {
            T own => own,
            string text => string.IsNullOrWhiteSpace(text) ? null : named(text),
            _ => throw Mistyped($"a text or an {typeof(T).Name}"),
        };

    public string Text() => Value as string ?? throw Mistyped("a text");

    public int Number() => Integer() is { } number and >= int.MinValue and <= int.MaxValue
        ? (int)number
        : throw Mistyped("a whole number");

    public TimeSpan Milliseconds() => Value switch
    {
        TimeSpan duration => duration,
        _ => Integer() is { } number ? TimeSpan.FromMilliseconds(number) : throw Mistyped("milliseconds or a TimeSpan"),
    };

    public ImageSize Size() => Value switch
    {
        ImageSize size => size,
        System.Drawing.Size { Width: > 0, Height: > 0 } size => new ImageSize(size.Width, size.Height),
        string text when ImageSize.TryParse(text, out var size) => size,
        _ => throw Mistyped("a size such as \"1536x1024\", or an ImageSize"),
    };

    public ImageInput Image() => Value switch
    {
        ImageInput input => input,
        AIContent content => OriginalImages.ToInput(content, ToString()),
        _ => throw Mistyped($"an {nameof(ImageInput)}, or {nameof(DataContent)}, {nameof(UriContent)} or " +
            $"{nameof(HostedFileContent)}"),
    };

    public ExtraFields AddTo(ExtraFields fields) => Value switch
    {
        string text => fields.With(OwnName, text),
        bool flag => fields.With(OwnName, flag),
        JsonElement json => fields.With(OwnName, json),
        double number => fields.With(OwnName, number),
        float number => fields.With(OwnName, double.Parse(
            number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        decimal or ulong => fields.With(OwnName, Parse(Convert.ToString(Value, CultureInfo.InvariantCulture)!)),
        _ when Integer() is { } number => fields.With(OwnName, number),
        _ => throw Mistyped($"a text, a number, a bool, a {nameof(JsonElement)} or a {nameof(JsonNode)}"),
    };

    public NotSupportedException Refuse(string reason) => new($"{this} cannot be honoured. {reason}");

    public override string ToString() => $"AdditionalProperties[\"{OwnName}\"]";

    private long? Integer() => Value switch
    {
        int or long or short or byte or sbyte or ushort or uint => Convert.ToInt64(Value, CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetInt64(out var number) => number,
        string text when long.TryParse(
            text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private NotSupportedException Mistyped(string wanted)
        => new($"{this} is a {Value.GetType().Name} that cannot be sent. It takes {wanted}.");

    private static string TextOf(string name, JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new NotSupportedException(
                $"AdditionalProperties[\"{name}\"] cannot be sent. Its text holds half of a surrogate pair.", e);
        }
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);

        return document.RootElement.Clone();
    }
}
