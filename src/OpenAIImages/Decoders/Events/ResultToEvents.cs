namespace OpenAIImages.Decoders;

/// <summary>Turns an ordinary reply into the events that a stream would have brought.</summary>
internal static class ResultToEvents
{
    /// <summary>Makes one event for each image, or one without an image when the reply has none.</summary>
    public static IEnumerable<CompletedImageEvent> ToEvents(ImageResult result)
    {
        IReadOnlyList<ImageOutput> images = result.Images.Count > 0 ? result.Images : [new ImageOutput()];
        for (var i = 0; i < images.Count; i++)
        {
            yield return new CompletedImageEvent(images[i])
            {
                ImageIndex = i,

                // The usage is that of all images, so only the last event has it: it must not be counted twice.
                Usage = i == images.Count - 1 ? result.Usage : null,
                Created = result.Created,
                Size = result.Size,
                Quality = result.Quality,
                Background = result.Background,
                OutputFormat = result.OutputFormat,
                SafetyIdentifier = result.SafetyIdentifier,
                RequestId = result.RequestId,
                ClientRequestId = result.ClientRequestId,
                PossiblyBilledAttempts = result.PossiblyBilledAttempts,
                RateLimits = result.RateLimits,
                Extra = result.Extra,
            };
        }
    }
}
