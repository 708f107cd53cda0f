namespace OpenAIImages;

/// <summary>The published facts about a model speak against a request, and the options say not to send such
/// requests.</summary>
/// <remarks>Nothing was sent or billed. See <see cref="ImageClientOptions.ModelChecks"/>.</remarks>
public sealed class ImageModelException : ImageClientException
{
    /// <summary>Says what speaks against the request.</summary>
    /// <param name="findings">The facts that speak against it, a sentence each.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is <see langword="null"/>.</exception>
    public ImageModelException(IReadOnlyList<string> findings)
        : base($"The request was not sent: {string.Join(" ", Guard.NotNull(findings))}", innerException: null)
        => Findings = findings;

    /// <summary>Gets the facts that speak against the request, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; }
}
