using System.Globalization;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>The fields of a request, in the order in which they came.</summary>
/// <param name="prefix">What stands before the names in messages: empty, or the path of the object with a dot.</param>
/// <remarks>
/// Reading a field checks its type. A field that is absent or null reads as <see langword="null"/>: at this service
/// the two are the same.
/// </remarks>
internal sealed class ParameterSet(string prefix)
{
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    public string Prefix { get; } = prefix;

    public IEnumerable<string> Names => _parameters.Keys;

    // A repeated name counts as its last occurrence, as JSON readers have it.
    public void Set(string name, Parameter parameter) => _parameters[name] = parameter;

    public bool Has(string name) => Given(name) is not null;

    /// <exception cref="ApiException">The field is not a string.</exception>
    public string? Text(string name) => Read(name, ParameterKind.String, "a string")?.Text;

    /// <exception cref="ApiException">The field is not a boolean.</exception>
    public bool? Switch(string name) => Read(name, ParameterKind.Boolean, "a boolean")?.Text is { } text
        ? text == "true"
        : null;

    /// <exception cref="ApiException">The field is not an object.</exception>
    public ParameterSet? Object(string name) => Read(name, ParameterKind.Object, "an object")?.Members;

    /// <exception cref="ApiException">The field is not a string, or none of these.</exception>
    public string? Choice(string name, IReadOnlyList<string> supported)
    {
        var text = Text(name);

        return text is null || supported.Contains(text)
            ? text
            : throw Refusals.NotOneOf(Prefix + name, text, supported);
    }

    /// <exception cref="ApiException">The field is not an integer, or outside the range.</exception>
    public int? Integer(string name, int least, int most)
    {
        if (Read(name, ParameterKind.Integer, "an integer")?.Text is not { } digits)
        {
            return null;
        }

        // As a double, so that a number of a hundred digits is too large instead of unreadable.
        var value = double.Parse(digits, CultureInfo.InvariantCulture);

        return value < least ? throw Refusals.TooSmall(Prefix + name, least, digits)
            : value > most ? throw Refusals.TooLarge(Prefix + name, most, digits)
            : (int)value;
    }

    /// <exception cref="ApiException">The field is not an array.</exception>
    public IReadOnlyList<Parameter>? Array(string name) => Read(name, ParameterKind.Array, "an array")?.Items;

    public Parameter? Given(string name)
        => _parameters.GetValueOrDefault(name) is { Kind: not ParameterKind.Null } parameter ? parameter : null;

    // A form has nothing but text: whether that is a number or a switch shows only where one is expected.
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
        => Given(name) is not { } parameter ? null
            : Interpret(parameter, expected) == expected ? parameter
            : throw Refusals.WrongType(Prefix + name, description, ParameterKinds.Describe(parameter.Kind));
}
