namespace OpenAIImages;

/// <summary>What a provenance check found in an image.</summary>
/// <remarks>Immutable. Anyone may create one, for example for a fake. OpenAI marks the images of its models twice: by
/// signed metadata (C2PA) and by a watermark in the pixels (SynthID).</remarks>
public sealed record ImageProvenance
{
    /// <summary>Holds findings.</summary>
    /// <param name="findings">The findings, one for each kind of mark; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is <see langword="null"/>.</exception>
    public ImageProvenance(IEnumerable<ImageProvenanceFinding> findings) => Findings = [.. Guard.NotNull(findings)];

    /// <summary>Gets the findings, one for each kind of mark.</summary>
    public IReadOnlyList<ImageProvenanceFinding> Findings { get; }

    /// <summary>Gets when the check was made, in UTC, if the service said so.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets whether any mark was found.</summary>
    /// <value><see langword="false"/> proves nothing: marks can be removed, and most images have none.</value>
    public bool IsDetected => Findings.Any(finding => finding.IsDetected);
}
