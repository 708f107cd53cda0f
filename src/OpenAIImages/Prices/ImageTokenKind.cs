namespace OpenAIImages;

/// <summary>The kinds of tokens with different prices in price lists.</summary>
public enum ImageTokenKind
{
    /// <summary>Words that are sent.</summary>
    TextInput,

    /// <summary>Words that are sent and that the service finds in its cache.</summary>
    CachedTextInput,

    /// <summary>Images that are sent.</summary>
    ImageInput,

    /// <summary>Images that are sent and that the service finds in its cache.</summary>
    CachedImageInput,

    /// <summary>Words that the model writes.</summary>
    TextOutput,

    /// <summary>Images that the model makes.</summary>
    ImageOutput,

    /// <summary>Words that the author model of an SVG drawing reads.</summary>
    SvgInput,

    /// <summary>Words that the author model of an SVG drawing writes, including its reasoning.</summary>
    SvgOutput,
}
