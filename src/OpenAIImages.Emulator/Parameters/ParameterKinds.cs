namespace OpenAIImages.Emulator.Parameters;

/// <summary>The kinds of fields in the words of the service's messages.</summary>
internal static class ParameterKinds
{
    public static string Describe(ParameterKind kind) => kind switch
    {
        ParameterKind.Null => "null",
        ParameterKind.String or ParameterKind.FormText => "a string",
        ParameterKind.Integer => "an integer",
        ParameterKind.Decimal => "a decimal number",
        ParameterKind.Boolean => "a boolean",
        ParameterKind.Array => "an array",
        ParameterKind.File => "a file",
        _ => "an object",
    };
}
