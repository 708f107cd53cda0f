namespace OpenAIImages.Emulator.Protocol;

/// <summary>What a field of a request is, as the service tells them apart.</summary>
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
