namespace OpenAIImages;

/// <summary>What becomes of a request that the published facts about its model speak against.</summary>
public enum ImageModelChecks
{
    /// <summary>It is sent, and nobody is told.</summary>
    Off,

    /// <summary>It is sent, and each distinct finding is logged once in the life of the client. The default.</summary>
    Warn,

    /// <summary>It is not sent: the call fails with <see cref="ImageModelException"/>.</summary>
    Throw,
}
