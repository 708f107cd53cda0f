namespace OpenAIImages;

/// <summary>What tokens were spent on, as price lists tell it apart.</summary>
public enum ImageTokenKind
{
    /// <summary>Words that are sent.</summary>
    TextInput,

    /// <summary>Words that are sent and come from the service's cache.</summary>
    CachedTextInput,

    /// <summary>Images that are sent.</summary>
    ImageInput,

    /// <summary>Images that are sent and come from the service's cache.</summary>
    CachedImageInput,

    /// <summary>Words that the model writes.</summary>
    TextOutput,

    /// <summary>Images that the model makes.</summary>
    ImageOutput,

    /// <summary>Words that the author model of an SVG drawing reads.</summary>
    SvgInput,

    /// <summary>Words that the author model of an SVG drawing writes, its reasoning included.</summary>
    SvgOutput,
}
