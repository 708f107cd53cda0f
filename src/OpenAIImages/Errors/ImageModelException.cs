namespace OpenAIImages;

/// <summary>A request contradicts the published facts about its model, and the options refuse such requests.</summary>
/// <remarks>Nothing was sent or billed. See <see cref="ImageClientOptions.ModelChecks"/>.</remarks>
public sealed class ImageModelException : ImageClientException
{
    /// <summary>Makes an exception with the facts that the request contradicts.</summary>
    /// <param name="findings">The facts that the request contradicts, a sentence each.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is <see langword="null"/>.</exception>
    public ImageModelException(IReadOnlyList<string> findings)
        : base($"The request was not sent: {string.Join(" ", Guard.NotNull(findings))}", innerException: null)
        => Findings = findings;

    /// <summary>Gets the facts that the request contradicts, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; }
}
