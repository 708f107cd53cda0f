using System.Globalization;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>The fields of a request, in their order.</summary>
/// <param name="path">The object of the fields in the request; <see langword="null"/> for the request itself.</param>
/// <remarks>
/// Reading a field checks its type. A field that is absent or null reads as <see langword="null"/>: for most fields the
/// service treats both alike.
/// </remarks>
internal sealed class ParameterSet(FieldPath? path = null)
{
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    public FieldPath? Path { get; } = path;

    /// <summary>Gets the prefix of the names in messages: empty, or the path of the object with a dot.</summary>
    public string Prefix => Path is null ? "" : Path + ".";

    public IEnumerable<string> Names => _parameters.Keys;

    // The last value of a repeated name counts, as in JSON parsers.
    public void Set(string name, Parameter parameter) => _parameters[name] = parameter;

    public bool Has(string name) => Given(name) is not null;

    /// <exception cref="ApiException">The field is not a string.</exception>
    public string? Text(string name) => Read(name, ParameterKind.String, "a string")?.Text;

    /// <summary>Reads a field that may be omitted but must not be null.</summary>
    /// <returns>The text, or <see langword="null"/> when the request does not have the field.</returns>
    /// <exception cref="ApiException">The field is not a string.</exception>
    public string? TextUnlessAbsent(string name)
        => _parameters.GetValueOrDefault(name) is { Kind: ParameterKind.Null }
            ? throw Refusals.WrongType(Prefix + name, "a string", ParameterKinds.Describe(ParameterKind.Null))
            : Text(name);

    /// <exception cref="ApiException">The field is not a boolean.</exception>
    public bool? Switch(string name) => Read(name, ParameterKind.Boolean, "a boolean")?.Text is { } text
        ? text == "true"
        : null;

    /// <exception cref="ApiException">The field is not an object.</exception>
    public ParameterSet? Object(string name) => Read(name, ParameterKind.Object, "an object")?.Members;

    /// <exception cref="ApiException">The field is not a string, or not one of <paramref name="supported"/>.
    /// </exception>
    public string? Choice(string name, IReadOnlyList<string> supported)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        return Interpret(given, ParameterKind.String) != ParameterKind.String
            ? throw Refusals.WrongType(
                Prefix + name, $"one of {Refusals.Enumerate(supported, "or")}", ParameterKinds.Describe(given.Kind))
            : supported.Contains(given.Text) ? given.Text
            : throw Refusals.NotOneOf(Prefix + name, given.Text, supported);
    }

    /// <exception cref="ApiException">The field is not an integer, or outside the range.</exception>
    public int? Integer(string name, int least, int most)
    {
        if (Read(name, ParameterKind.Integer, "an integer")?.Text is not { } digits)
        {
            return null;
        }

        // Read as a double, a number of a hundred digits is too large instead of unreadable.
        var value = double.Parse(digits, CultureInfo.InvariantCulture);

        return value < least ? throw Refusals.TooSmall(Prefix + name, least, digits)
            : value > most ? throw Refusals.TooLarge(Prefix + name, most, digits)
            : (int)value;
    }

    /// <exception cref="ApiException">The field is not an array.</exception>
    public IReadOnlyList<Parameter>? Array(string name) => Read(name, ParameterKind.Array, "an array")?.Items;

    /// <summary>Gets the kind of a field in the request, including null.</summary>
    /// <returns>The kind, or <see langword="null"/> when the request does not have the field.</returns>
    public ParameterKind? KindOf(string name) => _parameters.GetValueOrDefault(name)?.Kind;

    public Parameter? Given(string name)
        => _parameters.GetValueOrDefault(name) is { Kind: not ParameterKind.Null } parameter ? parameter : null;

    // A form has only text: the expected kind decides whether the text is read as a number or a boolean.
    private static ParameterKind Interpret(Parameter parameter, ParameterKind expected)
        => parameter.Kind != ParameterKind.FormText ? parameter.Kind
            : expected == ParameterKind.String ? ParameterKind.String
            : expected == ParameterKind.Boolean && parameter.Text is "true" or "false" ? ParameterKind.Boolean
            : expected == ParameterKind.Integer && IsInteger(parameter.Text) ? ParameterKind.Integer
            : ParameterKind.FormText;

    private static bool IsInteger(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);

        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private Parameter? Read(string name, ParameterKind expected, string description)
    {
        if (Given(name) is not { } parameter)
        {
            return null;
        }

        var kind = Interpret(parameter, expected);

        return kind == expected ? parameter
            : kind == ParameterKind.FormText ? throw Refusals.NotConvertible(Prefix + name, description)
            : throw Refusals.WrongType(Prefix + name, description, ParameterKinds.Describe(kind));
    }
}
