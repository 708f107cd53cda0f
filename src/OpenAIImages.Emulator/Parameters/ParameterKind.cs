namespace OpenAIImages.Emulator.Parameters;

/// <summary>The kinds of values that the service distinguishes in the fields of a request.</summary>
internal enum ParameterKind
{
    Null,
    String,

    /// <summary>Text of a form, which may also be a number or a boolean.</summary>
    FormText,
    Integer,
    Decimal,
    Boolean,
    Array,
    Object,
    File,
}
