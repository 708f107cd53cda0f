namespace OpenAIImages;

/// <summary>What happens to a request that the published facts about its model speak against.</summary>
public enum ImageModelChecks
{
    /// <summary>The request is sent, and nothing is logged.</summary>
    Off,

    /// <summary>The request is sent, and each distinct finding is logged once in the life of the client. The
    /// default.</summary>
    Warn,

    /// <summary>The request is not sent: the call fails with <see cref="ImageModelException"/>.</summary>
    Throw,
}
