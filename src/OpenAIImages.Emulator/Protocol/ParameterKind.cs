namespace OpenAIImages.Emulator.Protocol;

/// <summary>What a field of a request is, as the service tells them apart.</summary>
internal enum ParameterKind
{
    Null,
    String,
    Integer,
    Decimal,
    Boolean,
    Array,
    Object,
}
