using System.Globalization;

namespace OpenAIImages;

/// <summary>The probable cost of a call, with the reasons.</summary>
/// <remarks>
/// Immutable. All amounts are in United States dollars, without taxes and discounts. The estimate is for one attempt
/// that succeeds. The service may also bill an attempt whose outcome is unknown.
/// </remarks>
public sealed class ImageEstimate
{
    /// <summary>Creates an estimate from its parts.</summary>
    /// <param name="parts">The parts; empty if nothing is known.</param>
    /// <param name="reasons">The reasons for the figures, or for their absence, a sentence each.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ImageEstimate(IReadOnlyList<ImageEstimatePart> parts, IReadOnlyList<string> reasons)
    {
        Parts = Guard.NotNull(parts);
        Reasons = Guard.NotNull(reasons);
    }

    /// <summary>Gets the parts.</summary>
    public IReadOnlyList<ImageEstimatePart> Parts { get; }

    /// <summary>Gets the reasons for the figures, or for their absence, a sentence each.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Gets the property that you have to set for a known high end, such as <c>Quality</c>.</summary>
    /// <value><see langword="null"/> when the high end is known.</value>
    public string? MissingMember { get; init; }

    /// <summary>Gets the low end; <see langword="null"/> if there is no basis for it, or if you have to set <see
    /// cref="MissingMember"/> first.</summary>
    public decimal? Low => Sum(part => part.Low);

    /// <summary>Gets the likely cost; <see langword="null"/> if there is no basis for it, or if you have to set <see
    /// cref="MissingMember"/> first.</summary>
    public decimal? Likely => Sum(part => part.Likely);

    /// <summary>Gets the high end, which the call does not exceed by the published rules; <see langword="null"/> if
    /// there is no basis for it, or if you have to set <see cref="MissingMember"/> first.</summary>
    public decimal? High => Sum(part => part.High);

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The three figures, in dollars.</returns>
    public override string ToString()
        => $"low {Text(Low)}, likely {Text(Likely)}, high {Text(High)}";

    private static string Text(decimal? dollars)
        => dollars is { } known ? known.ToString("0.######", CultureInfo.InvariantCulture) + " USD" : "unknown";

    private decimal? Sum(Func<ImageEstimatePart, decimal?> dollars)
        => MissingMember is not null || Parts.Count == 0 || Parts.Any(part => dollars(part) is null)
            ? null
            : Parts.Sum(dollars);
}
