namespace OpenAIImages.Decoders;

/// <summary>Tells an ordinary reply as the events that a stream would have brought.</summary>
internal static class ResultToEvents
{
    /// <summary>Makes an event of each image, and one without an image of a reply that has none.</summary>
    public static IEnumerable<CompletedImageEvent> ToEvents(ImageResult result)
    {
        IReadOnlyList<ImageOutput> images = result.Images.Count > 0 ? result.Images : [new ImageOutput()];
        for (var i = 0; i < images.Count; i++)
        {
            yield return new CompletedImageEvent(images[i])
            {
                ImageIndex = i,

                // That of all images together; said twice, it would be counted twice.
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
