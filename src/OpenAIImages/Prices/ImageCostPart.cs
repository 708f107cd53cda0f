namespace OpenAIImages;

/// <summary>A part of what a call cost: tokens of one kind.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ImageCostPart
{
    private const decimal Million = 1_000_000;

    /// <summary>States a part.</summary>
    /// <param name="kind">What the tokens were spent on.</param>
    /// <param name="tokens">How many tokens; <see langword="null"/> where the server did not say.</param>
    /// <param name="rate">The price of a million of them in dollars;
    /// <see langword="null"/> where it is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImageCostPart(ImageTokenKind kind, long? tokens, decimal? rate)
    {
        Kind = kind;
        Tokens = tokens is { } count ? Guard.NotNegative(count, nameof(tokens)) : null;
        Rate = Prices.Lists.PriceGuard.Rate(rate, nameof(rate));
    }

    /// <summary>Gets what the tokens were spent on.</summary>
    public ImageTokenKind Kind { get; }

    /// <summary>Gets how many tokens; <see langword="null"/> where the server did not say.</summary>
    public long? Tokens { get; }

    /// <summary>Gets the price of a million tokens in dollars; <see langword="null"/> where it is not known.</summary>
    public decimal? Rate { get; }

    /// <summary>Gets the price of the part in dollars, exact; <see langword="null"/> where it is not known.</summary>
    public decimal? Dollars => Tokens == 0 ? 0 : Tokens * Rate / Million;
}
