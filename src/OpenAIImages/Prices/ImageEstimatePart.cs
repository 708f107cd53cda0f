using OpenAIImages.Prices.Lists;

namespace OpenAIImages;

/// <summary>A part of an estimate: tokens of one kind, as a range.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ImageEstimatePart
{
    private const decimal Million = 1_000_000;

    /// <summary>Creates a part.</summary>
    /// <param name="kind">The kind of the tokens.</param>
    /// <param name="rate">The price of a million tokens in dollars; <see langword="null"/> if it is not known.</param>
    /// <param name="reason">The source of the counts, in a sentence.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is blank.</exception>
    public ImageEstimatePart(ImageTokenKind kind, decimal? rate, string reason)
    {
        Kind = kind;
        Rate = PriceGuard.Rate(rate, nameof(rate));
        Reason = Guard.NotBlank(reason);
    }

    /// <summary>Gets the kind of the tokens.</summary>
    public ImageTokenKind Kind { get; }

    /// <summary>Gets the price of a million tokens in dollars; <see langword="null"/> where it is not known.</summary>
    public decimal? Rate { get; }

    /// <summary>Gets the source of the counts, in a sentence.</summary>
    public string Reason { get; }

    /// <summary>Gets the lowest number of tokens; <see langword="null"/> if it is not known.</summary>
    public long? LowTokens { get; init; }

    /// <summary>Gets the likely number of tokens; <see langword="null"/> if it is not known.</summary>
    public long? LikelyTokens { get; init; }

    /// <summary>Gets the highest number of tokens; <see langword="null"/> if it is not known.</summary>
    public long? HighTokens { get; init; }

    /// <summary>Gets the price of the lowest number of tokens, in dollars.</summary>
    public decimal? Low => Dollars(LowTokens);

    /// <summary>Gets the price of the likely number of tokens, in dollars.</summary>
    public decimal? Likely => Dollars(LikelyTokens);

    /// <summary>Gets the price of the highest number of tokens, in dollars.</summary>
    public decimal? High => Dollars(HighTokens);

    private decimal? Dollars(long? tokens) => tokens == 0 ? 0 : tokens * Rate / Million;
}
