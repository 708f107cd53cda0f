namespace OpenAIImages.Decoders;

/// <summary>Turns an ordinary reply into the events of a stream.</summary>
internal static class ResultToEvents
{
    /// <summary>Makes one event for each image, or one event without an image when the reply has none.</summary>
    public static IEnumerable<CompletedImageEvent> ToEvents(ImageResult result)
    {
        IReadOnlyList<ImageOutput> images = result.Images.Count > 0 ? result.Images : [new ImageOutput()];
        for (var i = 0; i < images.Count; i++)
        {
            yield return new CompletedImageEvent(images[i])
            {
                ImageIndex = i,

                // The usage covers all images. Only the last event gets it, so that it is not counted twice.
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
