namespace OpenAIImages;

/// <summary>The published facts about a model speak against a request, and the options say not to send such.</summary>
/// <remarks>Nothing was sent, and nothing billed. See <see cref="ImageClientOptions.ModelChecks"/>.</remarks>
public sealed class ImageModelException : ImageClientException
{
    internal ImageModelException(IReadOnlyList<string> findings)
        : base($"The request was not sent: {string.Join(" ", findings)}", innerException: null)
        => Findings = findings;

    /// <summary>Gets what speaks against the request, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; }
}
