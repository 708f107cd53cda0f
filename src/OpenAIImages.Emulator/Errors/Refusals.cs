using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>The refusals that concern a request's fields, in the service's own words if they are known.</summary>
internal static class Refusals
{
    private const int LongestEcho = 100;
    private const string InvalidValueCode = "invalid_value";

    public static ApiException UnknownParameter(string name)
        => Refuse(name, "unknown_parameter", $"Unknown parameter: '{Shorten(name)}'.");

    public static ApiException Missing(string name)
        => Refuse(name, "missing_required_parameter", $"Missing required parameter: '{name}'.");

    public static ApiException WrongType(string name, string expected, string actual)
        => Refuse(
            name,
            "invalid_type",
            $"Invalid type for '{name}': expected {expected}, but got {actual} instead.");

    public static ApiException NotConvertible(string name, string expected)
        => Refuse(
            name,
            "invalid_type",
            $"Invalid type for '{name}': expected {expected}, but got a string value that could not be converted " +
            $"into {expected}.");

    public static ApiException NotOneOf(string name, string value, IReadOnlyList<string> supported)
        => InvalidValue(name, $"Invalid value: '{Shorten(value)}'. Supported values are: {Enumerate(supported)}.");

    public static ApiException BadSize(string value, string fault)
        => InvalidValue("size", $"Invalid size '{Shorten(value)}'. {fault}");

    /// <summary>Refuses text that is not a size at all; the service uses another error type for it.</summary>
    public static ApiException NoSize(string value, string fault)
        => UserError("size", InvalidValueCode, $"Invalid size '{Shorten(value)}'. {fault}");

    public static ApiException TooSmall(string name, int least, string actual)
        => Refuse(
            name,
            "integer_below_min_value",
            $"Invalid '{name}': integer below minimum value. Expected a value >= {least}, " +
            $"but got {Shorten(actual)} instead.");

    public static ApiException TooLarge(string name, int most, string actual)
        => Refuse(
            name,
            "integer_above_max_value",
            $"Invalid '{name}': integer above maximum value. Expected a value <= {most}, " +
            $"but got {Shorten(actual)} instead.");

    public static ApiException TooLong(string name, int most, int actual)
        => Refuse(
            name,
            "string_above_max_length",
            $"Invalid '{name}': string too long. Expected a string with maximum length {Number(most)}, " +
            $"but got a string with length {Number(actual)} instead.");

    public static ApiException Empty(string name)
        => Refuse(
            name,
            "empty_string",
            $"Invalid '{name}': empty string. Expected a string with minimum length 1, " +
            "but got an empty string instead.");

    public static ApiException EmptyArray(string name)
        => Refuse(
            name,
            "empty_array",
            $"Invalid '{name}': empty array. Expected an array with minimum length 1, but got an empty array instead.");

    public static ApiException TooMany(string name, int most, int actual)
        => Refuse(
            name,
            "array_above_max_length",
            $"Invalid '{name}': array too long. Expected an array with maximum length {Number(most)}, " +
            $"but got an array with length {Number(actual)} instead.");

    public static ApiException Duplicate(string name)
        => Refuse(
            name,
            "duplicate_parameter",
            $"Duplicate parameter: '{Shorten(name)}'. You provided multiple values for this parameter, whereas only " +
            "one is allowed. If you are trying to provide a list of values, use the array syntax instead e.g. " +
            $"'{Shorten(name)}[]=<value>'.");

    public static ApiException InvalidValue(string name, string message) => Refuse(name, InvalidValueCode, message);

    public static ApiException Unsupported(string name, string message)
        => Refuse(name, "unsupported_value", message);

    /// <summary>Refuses a model in the words of the operations on images; the list of models uses other words.
    /// </summary>
    public static ApiException NoSuchModel(string name)
        => UserError("model", InvalidValueCode, $"The model '{Shorten(name)}' does not exist.");

    public static ApiException ModelNotFound(string message)
        => new(new ApiError(message) { Status = StatusCodes.Status404NotFound, Code = "model_not_found" });

    /// <summary>Refuses with the error type that the operations on images use for the caller's mistakes.</summary>
    /// <param name="name">The faulty field; <see langword="null"/> when the service names no field.</param>
    /// <param name="code">The code.</param>
    /// <param name="message">The message.</param>
    public static ApiException UserError(string? name, string code, string message)
        => new(new ApiError(message) { Type = ApiError.ImageUserError, Param = name, Code = code });

    /// <summary>Shortens text that a reply repeats from a request, so that a long request does not make a long reply.
    /// </summary>
    public static string Shorten(string value) => value.Length <= LongestEcho ? value : value[..LongestEcho] + "...";

    /// <summary>Lists values as the service does.</summary>
    public static string Enumerate(IReadOnlyList<string> values, string conjunction = "and")
    {
        var quoted = values.Select(value => $"'{value}'").ToList();

        return quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} {conjunction} {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, {conjunction} {quoted[^1]}",
        };
    }

    public static ApiException Refuse(string name, string code, string message)
        => new(new ApiError(message) { Param = Shorten(name), Code = code });

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
