namespace OpenAIImages;

/// <summary>A value that is a single text on the wire. The converters of all values use this interface.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
internal interface IImageValue<TSelf>
{
    /// <summary>Reads another value of this type.</summary>
    /// <param name="text">The text on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a value.</param>
    /// <returns>Whether the text is a value of this type.</returns>
    bool TryRead(string? text, out TSelf value);
}
