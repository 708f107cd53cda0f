namespace OpenAIImages.Faults.Scripts;

/// <summary>The kinds of calls that a script makes.</summary>
public enum Operation
{
    Generate,
    GenerateToFiles,
    Edit,

    /// <summary>An edit whose input is a stream that cannot be read again.</summary>
    EditOnce,
    Stream,
    StreamToFiles,
    EditStream,

    /// <summary>A call whose pictures come as links, which the call itself fetches.</summary>
    LinksToFiles,

    /// <summary>A call whose picture comes as a link, which the caller fetches afterwards.</summary>
    Download,
}
