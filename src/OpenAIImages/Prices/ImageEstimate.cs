using System.Globalization;

namespace OpenAIImages;

/// <summary>What a call will probably cost, and why.</summary>
/// <remarks>
/// Immutable. In United States dollars, without taxes and discounts. It is for one attempt that succeeds: an attempt
/// whose outcome is unknown may be billed as well.
/// </remarks>
public sealed class ImageEstimate
{
    /// <summary>Holds the parts of an estimate.</summary>
    /// <param name="parts">The parts; none where nothing is known.</param>
    /// <param name="reasons">How the figures came about, or why there is none, a sentence each.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ImageEstimate(IReadOnlyList<ImageEstimatePart> parts, IReadOnlyList<string> reasons)
    {
        Parts = Guard.NotNull(parts);
        Reasons = Guard.NotNull(reasons);
    }

    /// <summary>Gets the parts.</summary>
    public IReadOnlyList<ImageEstimatePart> Parts { get; }

    /// <summary>Gets how the figures came about, or why there is none, a sentence each.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Gets the property that has to be set for a high end to be known, such as <c>Quality</c>.</summary>
    /// <value><see langword="null"/> when the high end is known.</value>
    public string? MissingMember { get; init; }

    /// <summary>Gets the low end; <see langword="null"/> where nothing is known to go by, or
    /// <see cref="MissingMember"/> has to be set first.</summary>
    public decimal? Low => Sum(part => part.Low);

    /// <summary>Gets the likely cost; <see langword="null"/> where nothing is known to go by.</summary>
    public decimal? Likely => Sum(part => part.Likely);

    /// <summary>Gets the high end, which the call does not exceed by the published rules; <see langword="null"/> where
    /// nothing is known to go by.</summary>
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
