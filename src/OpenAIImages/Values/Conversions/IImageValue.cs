namespace OpenAIImages;

/// <summary>A value that is one text on the wire, for the converters that all values share.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
internal interface IImageValue<TSelf>
{
    /// <summary>Reads another value of this type.</summary>
    /// <param name="text">The text on the wire.</param>
    /// <param name="value">The value, or the default one when the text is none.</param>
    /// <returns>Whether the text is such a value.</returns>
    bool TryRead(string? text, out TSelf value);
}
