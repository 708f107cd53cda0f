namespace OpenAIImages.Encoders;

/// <summary>Writes the fields that are set, skips the others, and refuses values that cannot be sent.</summary>
/// <param name="fields">The writer of JSON or of a form.</param>
/// <param name="extra">The caller's own fields. Their names must differ from those of the fields that are set.</param>
internal readonly struct OptionalFieldWriter(IFieldWriter fields, ExtraFields extra)
{
    /// <summary>Writes a text.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">The text; the method skips <see langword="null"/>.</param>
    /// <param name="property">The property that holds it.</param>
    public void Text(string name, string? value, string property)
    {
        if (value is not null)
        {
            fields.Text(Unique(name), Guard.WellFormed(value, property));
        }
    }

    /// <summary>Writes a value that the service defines, such as a quality.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; empty when the caller set the default value of its type.</param>
    /// <param name="property">The property that holds it.</param>
    public void Word(string name, string? value, string property)
    {
        if (value is { Length: 0 })
        {
            throw new ArgumentException($"{property} holds no name: leave it null to have it not sent.", property);
        }

        Text(name, value, property);
    }

    public void Number(string name, int? value)
    {
        if (value is { } number)
        {
            fields.Number(Unique(name), number);
        }
    }

    /// <summary>Writes a flag when it is true.</summary>
    public void Mark(string name, bool value)
    {
        if (value)
        {
            fields.Flag(Unique(name), value);
        }
    }

    public void Milliseconds(string name, TimeSpan? value, string property)
    {
        if (value is not { } duration)
        {
            return;
        }

        var whole = duration.Ticks / TimeSpan.TicksPerMillisecond;
        if (whole * TimeSpan.TicksPerMillisecond != duration.Ticks || whole is < 0 or > int.MaxValue)
        {
            throw new ArgumentException($"{property} must be whole milliseconds, but is {duration}.", property);
        }

        fields.Number(Unique(name), (int)whole);
    }

    public void BeginObject(string name) => fields.BeginObject(Unique(name));

    public void EndObject() => fields.EndObject();

    public void Extra()
    {
        if (extra.Count == 0)
        {
            return;
        }

        foreach (var field in extra)
        {
            Guard.WellFormed(field.Key, nameof(ImageRequest.Extra));
            fields.Any(field.Key, ExtraValue.Checked(field.Key, field.Value));
        }
    }

    private string Unique(string name)
        => extra.Count == 0 || !extra.ContainsKey(name)
            ? name
            : throw new ArgumentException(
                $"Extra holds '{name}', which a property of the request sets as well: set it in one place.");
}
