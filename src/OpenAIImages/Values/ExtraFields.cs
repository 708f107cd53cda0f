using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>Fields of a request or a reply without a property in this package.</summary>
/// <remarks>
/// The fields are immutable: each <c>With</c> method returns new fields. Two sets of fields are equal when their names
/// and the JSON texts of their values are equal. A field may hold any JSON value.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed class ExtraFields : IReadOnlyDictionary<string, JsonElement>, IEquatable<ExtraFields>
{
    private readonly Dictionary<string, JsonElement> _fields;

    /// <summary>Takes some fields.</summary>
    /// <param name="fields">Names and values. If two fields have the same name, the last one counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public ExtraFields(IEnumerable<KeyValuePair<string, JsonElement>> fields)
    {
        _fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in Guard.NotNull(fields))
        {
            _fields[Guard.NotBlank(field.Key, nameof(fields))] = field.Value;
        }
    }

    /// <summary>Gets the empty set of fields.</summary>
    public static ExtraFields Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _fields.Keys;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => _fields.Values;

    /// <inheritdoc/>
    public JsonElement this[string key] => _fields[key];

    /// <summary>Returns these fields with one more field, or with another value for one of them.</summary>
    /// <param name="name">The name of the field on the wire.</param>
    /// <param name="value">The value of the field.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank; or <paramref name="name"/> or
    /// <paramref name="value"/> holds half a surrogate pair, or <paramref name="value"/> is not a JSON
    /// value.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public ExtraFields With(string name, string value)
        => With(name, ExtraValue.From(Guard.WellFormed(Guard.NotNull(value), nameof(value))));

    /// <inheritdoc cref="With(string, string)"/>
    public ExtraFields With(string name, long value) => With(name, ExtraValue.From(value));

    /// <inheritdoc cref="With(string, string)"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not a finite number.</exception>
    public ExtraFields With(string name, double value) => With(name, ExtraValue.From(value));

    /// <inheritdoc cref="With(string, string)"/>
    public ExtraFields With(string name, bool value) => With(name, ExtraValue.From(value));

    /// <inheritdoc cref="With(string, string)"/>
    public ExtraFields With(string name, JsonElement value)
        => new(_fields.Append(new KeyValuePair<string, JsonElement>(
            Guard.WellFormed(Guard.NotBlank(name), nameof(name)), ExtraValue.Checked(name, value))));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _fields.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
        => _fields.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ExtraFields? other)
        => other is not null && Count == other.Count && _fields.All(field =>
            other.TryGetValue(field.Key, out var value) && ExtraValue.Text(value) == ExtraValue.Text(field.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExtraFields);

    /// <inheritdoc/>
    public override int GetHashCode()
        => _fields.Keys.Aggregate(0, (hash, name) => hash ^ StringComparer.Ordinal.GetHashCode(name));

    /// <summary>Returns the names without the values, which may be private.</summary>
    /// <returns>The names, separated by commas.</returns>
    public override string ToString() => string.Join(", ", _fields.Keys);
}
