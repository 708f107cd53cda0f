using System.Globalization;

namespace OpenAIImages;

/// <summary>A call was held back, since it may cost more than is left of an <see cref="ImageBudget"/>, or since nobody
/// can tell what it may cost.</summary>
/// <remarks>Nothing was sent, and nothing billed.</remarks>
public sealed class ImageBudgetException : ImageClientException
{
    /// <summary>Says why a call was held back.</summary>
    /// <param name="reason">Why, as the end of a sentence that begins with "The request was not sent".</param>
    public ImageBudgetException(string reason)
        : base($"The request was not sent: {Guard.NotBlank(reason)}")
    {
    }

    /// <summary>Gets the property to set so that a high end of the price is known, such as <c>Quality</c>.</summary>
    /// <value><see langword="null"/> when the price is known and does not fit.</value>
    public string? Member { get; init; }

    /// <summary>Gets what the call may cost, in dollars; <see langword="null"/> when that is not known.</summary>
    public decimal? Needed { get; init; }

    /// <summary>Gets what was left of the budget, in dollars.</summary>
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
        $"nobody can tell what it may cost. {reason} Set {member}, or {nameof(ImageBudgetOptions.AssumeWhenUnknown)} " +
        "of the budget.")
    {
        Member = member,
        Left = left,
    };
}
