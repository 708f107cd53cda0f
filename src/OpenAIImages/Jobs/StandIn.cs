namespace OpenAIImages.Jobs;

/// <summary>Stands in for a request that is not at hand any more, since its image was made earlier.</summary>
internal static class StandIn
{
    /// <summary>Gets a request without words, which no message can repeat.</summary>
    public static ImageRequest Request { get; } =
        new CreateVariationRequest(ImageInput.FromFileId("none")) { Model = "none" };
}
