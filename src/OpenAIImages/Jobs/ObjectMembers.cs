using System.Globalization;
using System.Text.Json;

namespace OpenAIImages.Jobs;

/// <summary>Reads the members of an object of the service, and keeps account of the rest.</summary>
/// <remarks>A member with a value of an unexpected type stays in the rest, so that nothing is lost. A member that is
/// null counts as absent.</remarks>
internal sealed class ObjectMembers
{
    private const long LastSecond = 253_402_300_799; // The end of the year 9999.

    private readonly JsonElement _json;
    private readonly string _place;
    private readonly HashSet<string> _taken = new(["object"], StringComparer.Ordinal);

    /// <param name="json">The object.</param>
    /// <param name="place">The path to the object in the reply, with a dot at the end; empty for the reply
    /// itself.</param>
    /// <exception cref="ImageDecodeException">The value is not an object.</exception>
    public ObjectMembers(JsonElement json, string place = "")
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            var member = place.TrimEnd('.');
            throw new ImageDecodeException(
                $"{(member.Length == 0 ? "The reply" : member)} is not an object: is the endpoint one of the API?",
                member.Length == 0 ? null : member);
        }

        (_json, _place) = (json, place);
    }

    /// <summary>Takes a required text.</summary>
    /// <exception cref="ImageDecodeException">The text is missing or blank.</exception>
    public string Required(string name)
        => Text(name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new ImageDecodeException($"{_place}{name} is missing, or no text.", _place + name);

    public string? Text(string name) => Find(name, JsonValueKind.String) is { } value ? value.GetString() : null;

    public long? Count(string name)
    {
        if (Peek(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) && count >= 0)
        {
            _taken.Add(name);

            return count;
        }

        return null;
    }

    /// <summary>Takes a time in Unix seconds.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Peek(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var seconds)
            && seconds is >= 0 and <= LastSecond)
        {
            _taken.Add(name);

            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return null;
    }

    /// <summary>Takes a time in the form of RFC 3339.</summary>
    public DateTimeOffset? Date(string name)
    {
        if (Peek(name) is { ValueKind: JsonValueKind.String } value
            && DateTimeOffset.TryParse(
                value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            _taken.Add(name);

            return date.ToUniversalTime();
        }

        return null;
    }

    /// <summary>Takes a member of a type.</summary>
    public JsonElement? Find(string name, JsonValueKind kind)
    {
        if (Peek(name) is { } value && value.ValueKind == kind)
        {
            _taken.Add(name);

            return value;
        }

        return null;
    }

    /// <summary>Returns the members that were not taken.</summary>
    public ExtraFields Rest()
    {
        var rest = _json.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null
                && !_taken.Contains(member.Name) && !string.IsNullOrWhiteSpace(member.Name))
            .Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value))
            .ToArray();

        return rest.Length == 0 ? ExtraFields.Empty : new ExtraFields(rest);
    }

    private JsonElement? Peek(string name) => _json.TryGetProperty(name, out var value) ? value : null;
}
