namespace OpenAIImages.Emulator.Parameters;

/// <summary>The kinds of values that a field of a request has, as the service tells them apart.</summary>
internal enum ParameterKind
{
    Null,
    String,

    /// <summary>Text of a form, which may stand for a number or a switch.</summary>
    FormText,
    Integer,
    Decimal,
    Boolean,
    Array,
    Object,
    File,
}
