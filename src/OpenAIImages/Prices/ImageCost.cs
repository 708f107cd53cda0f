namespace OpenAIImages;

/// <summary>The cost of a call, by a price list.</summary>
/// <remarks>Immutable. All amounts are in United States dollars, without taxes and discounts.</remarks>
public sealed class ImageCost
{
    /// <summary>Creates a cost from its parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="unknown">The reasons why parts are unknown, a sentence each; empty when all parts are
    /// known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is <see langword="null"/>.</exception>
    public ImageCost(IReadOnlyList<ImageCostPart> parts, IReadOnlyList<string>? unknown = null)
    {
        Parts = Guard.NotNull(parts);
        Unknown = unknown ?? [];
    }

    /// <summary>Gets the parts, one for each kind of token that was counted.</summary>
    public IReadOnlyList<ImageCostPart> Parts { get; }

    /// <summary>Gets the reasons why parts are unknown, a sentence each; empty when the cost is known.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Gets the whole cost in dollars, exact; <see langword="null"/> as soon as one part is unknown.</summary>
    public decimal? Total
        => Unknown.Count > 0 || Parts.Any(part => part.Dollars is null) ? null : Parts.Sum(part => part.Dollars);

    /// <summary>Gets the cost of the known parts, in dollars. It is never more than the whole cost.</summary>
    public decimal Known => Parts.Sum(part => part.Dollars ?? 0);

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The total in dollars, or the reasons why it is unknown.</returns>
    public override string ToString()
        => Total is { } total
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} USD", total)
            : $"unknown: {string.Join(" ", Unknown)}";
}
