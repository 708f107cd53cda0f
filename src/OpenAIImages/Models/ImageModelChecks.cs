namespace OpenAIImages;

/// <summary>The handling of a request that contradicts the published facts about its model.</summary>
public enum ImageModelChecks
{
    /// <summary>The client sends the request, and logs nothing.</summary>
    Off,

    /// <summary>The client sends the request, and logs each distinct finding once in its life. This is the
    /// default.</summary>
    Warn,

    /// <summary>The client does not send the request: the call fails with <see cref="ImageModelException"/>.</summary>
    Throw,
}
