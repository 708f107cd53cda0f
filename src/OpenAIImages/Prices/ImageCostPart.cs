namespace OpenAIImages;

/// <summary>A part of the cost of a call: tokens of one kind.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ImageCostPart
{
    private const decimal Million = 1_000_000;

    /// <summary>Creates a part.</summary>
    /// <param name="kind">The kind of the tokens.</param>
    /// <param name="tokens">The number of tokens; <see langword="null"/> if the server did not state it.</param>
    /// <param name="rate">The price of a million tokens in dollars; <see langword="null"/> if it is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImageCostPart(ImageTokenKind kind, long? tokens, decimal? rate)
    {
        Kind = kind;
        Tokens = tokens is { } count ? Guard.NotNegative(count, nameof(tokens)) : null;
        Rate = Prices.Lists.PriceGuard.Rate(rate, nameof(rate));
    }

    /// <summary>Gets the kind of the tokens.</summary>
    public ImageTokenKind Kind { get; }

    /// <summary>Gets the number of tokens; <see langword="null"/> if the server did not state it.</summary>
    public long? Tokens { get; }

    /// <summary>Gets the price of a million tokens in dollars; <see langword="null"/> where it is not known.</summary>
    public decimal? Rate { get; }

    /// <summary>Gets the price of the part in dollars, exact; <see langword="null"/> where it is not known.</summary>
    public decimal? Dollars => Tokens == 0 ? 0 : Tokens * Rate / Million;
}
