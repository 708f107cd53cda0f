using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Reads and writes one type as a JSON object, with a list of its members.</summary>
/// <param name="create">The function that creates the document from the members that its constructor takes.</param>
/// <remarks>
/// <para>A member that is <see langword="null"/> is not written, and counts as not given when it is read.</para>
/// <para><b>Fails</b> with a <see cref="JsonException"/> that names the member: when a value has the wrong kind, when
/// the type refuses a value, or when a member is missing, unknown or occurs twice.</para>
/// </remarks>
internal sealed class DocumentConverter<T>(Func<Draft, T> create) : JsonConverter<T>
    where T : class
{
    private readonly List<DocumentMember<T>> _members = [];
    private Func<T, string?> _findFault = _ => null;
    private Func<T, ExtraFields, T>? _takeExtra;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new DocumentException(typeof(T), "", "It is not a JSON object.");
        }

        var draft = new Draft(typeof(T));
        var settings = new List<(string Name, Func<T, T> Set)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!names.Add(name))
            {
                throw draft.Fault(name, "It is there twice.");
            }

            if (ReadMember(name, ref reader, draft, options) is { } set)
            {
                settings.Add((name, set));
            }
        }

        return settings.Aggregate(Create(draft), (document, setting) => Set(document, setting.Name, setting.Set));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (_findFault(value) is { } fault)
        {
            throw new DocumentException(typeof(T), "", fault);
        }

        writer.WriteStartObject();
        foreach (var member in _members)
        {
            try
            {
                member.Write(writer, value, options);
            }
            catch (Exception e) when (DocumentException.IsFault(e))
            {
                throw DocumentException.About(typeof(T), member.Name, e);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Adds a member that the constructor takes.</summary>
    public DocumentConverter<T> Takes<TValue>(string name, JsonConverter<TValue> converter, Func<T, TValue?> get)
        where TValue : class
        => Add(name, converter, document => get(document) is { } value ? (true, value) : default, set: null);

    /// <inheritdoc cref="Takes{TValue}(string, JsonConverter{TValue}, Func{T, TValue})"/>
    public DocumentConverter<T> Takes<TValue>(string name, JsonConverter<TValue> converter, Func<T, TValue?> get)
        where TValue : struct
        => Add(name, converter, document => get(document) is { } value ? (true, value) : default, set: null);

    /// <summary>Adds a member that is set after the document was created.</summary>
    public DocumentConverter<T> Has<TValue>(
        string name, JsonConverter<TValue> converter, Func<T, TValue?> get, Func<T, TValue, T> set)
        where TValue : class
        => Add(name, converter, document => get(document) is { } value ? (true, value) : default, set);

    /// <inheritdoc cref="Has{TValue}(string, JsonConverter{TValue}, Func{T, TValue}, Func{T, TValue, T})"/>
    public DocumentConverter<T> Has<TValue>(
        string name, JsonConverter<TValue> converter, Func<T, TValue?> get, Func<T, TValue, T> set)
        where TValue : struct
        => Add(name, converter, document => get(document) is { } value ? (true, value) : default, set);

    /// <summary>Adds the fields that the package has no property for, as one object.</summary>
    /// <param name="get">The function that returns the fields.</param>
    /// <param name="set">The function that returns a copy of the document with other fields.</param>
    /// <param name="takesUnknown">Whether unknown members count as such fields. Otherwise they are refused.</param>
    public DocumentConverter<T> HasExtra(
        Func<T, ExtraFields> get, Func<T, ExtraFields, T> set, bool takesUnknown = true)
    {
        _takeExtra = takesUnknown ? Add : null;

        return Has(
            "extra",
            ExtraFieldsConverter.Instance,
            document => get(document) is { Count: > 0 } some ? some : null,
            Add);

        T Add(T document, ExtraFields fields) => set(document, new ExtraFields(get(document).Concat(fields)));
    }

    /// <summary>Refuses to write some documents.</summary>
    /// <param name="findFault">The function that returns the reason why the document cannot be written, or <see
    /// langword="null"/>.</param>
    public DocumentConverter<T> Refuses(Func<T, string?> findFault)
    {
        _findFault = findFault;

        return this;
    }

    private static T Set(T document, string name, Func<T, T> set)
    {
        try
        {
            return set(document);
        }
        catch (Exception e) when (DocumentException.IsFault(e))
        {
            throw DocumentException.About(typeof(T), name, e);
        }
    }

    private Func<T, T>? ReadMember(
        string name, ref Utf8JsonReader reader, Draft draft, JsonSerializerOptions options)
    {
        try
        {
            if (_members.Find(known => known.Name == name) is { } member)
            {
                return reader.TokenType == JsonTokenType.Null ? null : member.Read(ref reader, draft, options);
            }

            var value = JsonElement.ParseValue(ref reader);

            return _takeExtra is { } take
                ? document => take(document, ExtraFields.Empty.With(name, value))
                : throw new JsonException(
                    $"It is unknown; the members are {string.Join(", ", _members.Select(known => known.Name))}.");
        }
        catch (Exception e) when (DocumentException.IsFault(e))
        {
            throw DocumentException.About(typeof(T), name, e);
        }
    }

    private T Create(Draft draft)
    {
        try
        {
            return create(draft);
        }
        catch (ArgumentException e)
        {
            // The parameters of the constructors have the same names as the members.
            var isMember = _members.Exists(member => member.Name == e.ParamName);

            throw new DocumentException(typeof(T), isMember ? e.ParamName! : "", e.Message, e);
        }
    }

    private DocumentConverter<T> Add<TValue>(
        string name, JsonConverter<TValue> converter, Func<T, (bool, TValue)> get, Func<T, TValue, T>? set)
        where TValue : notnull
    {
        _members.Add(new DocumentMember<T, TValue>(name, converter, get, set));

        return this;
    }
}
