namespace OpenAIImages.Decoders;

/// <summary>Reads server-sent events in reply to a call that did not ask for a stream.</summary>
internal static class EventsToResult
{
    /// <summary>Reads all events and collects their images.</summary>
    /// <param name="body">The reply; the caller disposes of it.</param>
    /// <param name="answered">The call that the reply answers.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The result that an ordinary reply would have given.</returns>
    public static async ValueTask<ImageResult> CollectAsync(
        ByteWindow body, AnsweredCall answered, CancellationToken cancellationToken)
    {
        // The method does not dispose of the decoder: it owns only the reply, and the caller disposes of the reply.
        var events = new EventStreamDecoder(body, answered);
        List<ImageOutput> images = [];
        CompletedImageEvent? last = null;
        ImageUsage? usage = null;
        while (await events.ReadAsync(cancellationToken).ConfigureAwait(false) is { } next)
        {
            answered.Record?.Receive(next);
            if (next is CompletedImageEvent completed)
            {
                images.Add(completed.Image);
                usage = Sum(usage, completed.Usage);
                last = completed;
            }
        }

        return new ImageResult(images)
        {
            Created = last?.Created,
            Usage = usage,
            Size = last?.Size,
            Quality = last?.Quality,
            Background = last?.Background,
            OutputFormat = last?.OutputFormat,
            SafetyIdentifier = last?.SafetyIdentifier,
            RequestId = last?.RequestId,
            ClientRequestId = last?.ClientRequestId,
            PossiblyBilledAttempts = last?.PossiblyBilledAttempts ?? 0,
            RateLimits = last?.RateLimits,
            Extra = last?.Extra ?? ExtraFields.Empty,
        };
    }

    private static ImageUsage? Sum(ImageUsage? one, ImageUsage? other)
        => one is null || other is null ? one ?? other : one with
        {
            TotalTokens = Sum(one.TotalTokens, other.TotalTokens),
            InputTokens = Sum(one.InputTokens, other.InputTokens),
            OutputTokens = Sum(one.OutputTokens, other.OutputTokens),
            InputDetails = Sum(one.InputDetails, other.InputDetails),
            OutputDetails = Sum(one.OutputDetails, other.OutputDetails),
        };

    private static ImageTokenDetails? Sum(ImageTokenDetails? one, ImageTokenDetails? other)
        => one is null || other is null ? one ?? other : one with
        {
            TextTokens = Sum(one.TextTokens, other.TextTokens),
            ImageTokens = Sum(one.ImageTokens, other.ImageTokens),
            CachedTokens = Sum(one.CachedTokens, other.CachedTokens),
        };

    private static long? Sum(long? one, long? other) => one is null || other is null ? one ?? other : one + other;
}
