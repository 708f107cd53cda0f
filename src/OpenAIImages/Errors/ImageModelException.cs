namespace OpenAIImages;

/// <summary>The published facts about a model speak against a request, and the options say not to send such.</summary>
/// <remarks>Nothing was sent, and nothing billed. See <see cref="ImageClientOptions.ModelChecks"/>.</remarks>
public sealed class ImageModelException : ImageClientException
{
    /// <summary>Says what speaks against the request.</summary>
    /// <param name="findings">What speaks against it, a sentence each.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is <see langword="null"/>.</exception>
    public ImageModelException(IReadOnlyList<string> findings)
        : base($"The request was not sent: {string.Join(" ", Guard.NotNull(findings))}", innerException: null)
        => Findings = findings;

    /// <summary>Gets what speaks against the request, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; }
}
