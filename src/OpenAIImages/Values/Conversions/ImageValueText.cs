namespace OpenAIImages;

/// <summary>Makes the exception for a text that is not a value of its type.</summary>
internal static class ImageValueText
{
    public static FormatException Fault(Type type, string text)
        => new(type == typeof(ImageSize)
            ? $"'{text}' is not a size: write WIDTHxHEIGHT in pixels, as in 1024x1024, or auto."
            : $"An {type.Name} is a word, and this text is empty or only white space.");
}
