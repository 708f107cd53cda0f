namespace OpenAIImages;

/// <summary>The settings of an <see cref="ImageBudget"/> for calls of unknown price.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBudgetOptions
{
    /// <summary>Gets the assumed price of an image without a known high end of its price, in dollars.</summary>
    /// <value>More than 0. <see langword="null"/> by default: then a call without a known high end is
    /// refused.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than 0.</exception>
    public decimal? AssumeWhenUnknown
    {
        get;
        init => field = value is not <= 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(AssumeWhenUnknown), value, "An image must be assumed to cost more than 0 dollars.");
    }

    /// <summary>Gets the function that counts the tokens of a prompt.</summary>
    /// <value>None by default: see <see cref="ImageEstimateOptions.CountTokens"/>.</value>
    public Func<string, int>? CountTokens { get; init; }
}
