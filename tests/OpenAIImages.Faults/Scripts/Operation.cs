namespace OpenAIImages.Faults.Scripts;

/// <summary>What a script asks of a client.</summary>
public enum Operation
{
    Generate,
    GenerateToFiles,
    Edit,

    /// <summary>From a stream that cannot be read again.</summary>
    EditOnce,
    Stream,
    StreamToFiles,
    EditStream,

    /// <summary>With pictures as links, which the call itself fetches.</summary>
    LinksToFiles,

    /// <summary>With a picture as a link, fetched afterwards.</summary>
    Download,
}
