namespace OpenAIImages.Jobs;

/// <summary>Replaces a request that no longer exists, since its image was made earlier.</summary>
internal static class StandIn
{
    /// <summary>Gets a request without words, so that no message can repeat any.</summary>
    public static ImageRequest Request { get; } =
        new CreateVariationRequest(ImageInput.FromFileId("none")) { Model = "none" };
}
