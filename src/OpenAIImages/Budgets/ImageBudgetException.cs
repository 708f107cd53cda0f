using System.Globalization;

namespace OpenAIImages;

/// <summary>The exception when a call may cost more than the remaining amount of an <see cref="ImageBudget"/>, or when
/// its highest price is not known.</summary>
/// <remarks>Nothing was sent, and nothing was billed.</remarks>
public sealed class ImageBudgetException : ImageClientException
{
    /// <summary>States the reason why a call was not sent.</summary>
    /// <param name="reason">The reason, as the end of a sentence that begins with "The request was not sent".</param>
    public ImageBudgetException(string reason)
        : base($"The request was not sent: {Guard.NotBlank(reason)}")
    {
    }

    /// <summary>Gets the property that you have to set for a known high end of the price, such as
    /// <c>Quality</c>.</summary>
    /// <value><see langword="null"/> when the price is known and does not fit.</value>
    public string? Member { get; init; }

    /// <summary>Gets the highest price of the call, in dollars; <see langword="null"/> when it is not known.</summary>
    public decimal? Needed { get; init; }

    /// <summary>Gets the remaining amount of the budget at that time, in dollars.</summary>
    public decimal Left { get; init; }

    internal static ImageBudgetException DoesNotFit(decimal needed, decimal left, decimal whole) => new(
        string.Format(
            CultureInfo.InvariantCulture,
            "it may cost up to {0} USD, and {1} USD of the budget of {2} USD are left.",
            needed,
            left,
            whole))
    {
        Needed = needed,
        Left = left,
    };

    internal static ImageBudgetException HasNoHighEnd(string member, string reason, decimal left) => new(
        $"its highest price is not known. {reason} Set {member}, or {nameof(ImageBudgetOptions.AssumeWhenUnknown)} " +
        "of the budget.")
    {
        Member = member,
        Left = left,
    };
}
