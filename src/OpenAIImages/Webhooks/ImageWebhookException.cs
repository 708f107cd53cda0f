namespace OpenAIImages;

/// <summary>The exception when the check of a delivery of a webhook fails.</summary>
/// <remarks>Refuse the delivery with status 400. Do not trust any part of it.</remarks>
public sealed class ImageWebhookException : ImageClientException
{
    /// <summary>Describes the fault of a delivery.</summary>
    /// <param name="problem">The kind of fault.</param>
    /// <param name="message">The fault, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> is blank.</exception>
    public ImageWebhookException(ImageWebhookProblem problem, string message, Exception? innerException = null)
        : base(Guard.NotBlank(message), innerException)
        => Problem = problem;

    /// <summary>Gets the kind of fault.</summary>
    public ImageWebhookProblem Problem { get; }

    internal static ImageWebhookException MissingHeader(string name) => new(
        ImageWebhookProblem.MissingHeader, $"The delivery has no header {name}: it does not come from the service.");

    internal static ImageWebhookException InvalidTimestamp() => new(
        ImageWebhookProblem.InvalidTimestamp, "The header webhook-timestamp is no number of seconds.");

    internal static ImageWebhookException TooOld(TimeSpan tolerance) => new(
        ImageWebhookProblem.TooOld, $"The delivery was signed more than {tolerance} ago.");

    internal static ImageWebhookException TooNew(TimeSpan tolerance) => new(
        ImageWebhookProblem.TooNew,
        $"The delivery was signed more than {tolerance} in the future: is the clock of this machine right?");

    internal static ImageWebhookException InvalidSignature() => new(
        ImageWebhookProblem.InvalidSignature,
        "No signature fits the body: the secret is that of another endpoint, or the body was changed. Verify the " +
        "bytes as they came, before anything parses them.");

    internal static ImageWebhookException InvalidBody(string reason) => new(
        ImageWebhookProblem.InvalidBody, $"The signature of the delivery is right, but the body is no event: {reason}");
}
