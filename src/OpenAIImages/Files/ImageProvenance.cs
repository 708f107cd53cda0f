namespace OpenAIImages;

/// <summary>The findings of a provenance check of an image.</summary>
/// <remarks>Immutable. Anyone may create one, for example for a fake. OpenAI marks the images of its models twice: with
/// signed metadata (C2PA) and with a watermark in the pixels (SynthID).</remarks>
public sealed record ImageProvenance
{
    /// <summary>Creates the result of a check.</summary>
    /// <param name="findings">The findings, one for each kind of mark; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is <see langword="null"/>.</exception>
    public ImageProvenance(IEnumerable<ImageProvenanceFinding> findings) => Findings = [.. Guard.NotNull(findings)];

    /// <summary>Gets the findings, one for each kind of mark.</summary>
    public IReadOnlyList<ImageProvenanceFinding> Findings { get; }

    /// <summary>Gets the time of the check, in UTC, if the service named it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets whether any mark was found.</summary>
    /// <value><see langword="false"/> proves nothing: marks can be removed, and most images have no marks.</value>
    public bool IsDetected => Findings.Any(finding => finding.IsDetected);
}
