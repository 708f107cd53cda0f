namespace OpenAIImages;

/// <summary>What is published about a model.</summary>
/// <remarks>Immutable. As of <see cref="ImageModelCatalog.AsOf"/>; <see langword="null"/> where nothing is
/// said.</remarks>
public sealed record ImageModelInfo
{
    internal ImageModelInfo(ImageModel model) => Model = model;

    /// <summary>Gets the model.</summary>
    public ImageModel Model { get; internal init; }

    /// <summary>Gets the first day, in UTC, on which the service does not answer for it any more.</summary>
    public DateTimeOffset? ShutdownDate { get; init; }

    /// <summary>Gets what the service names in its place.</summary>
    public ImageModel? Replacement { get; init; }

    /// <summary>Gets the sizes it makes.</summary>
    /// <value>Empty where it makes any size that keeps the rules of <see cref="ImageSize.GetAdvice"/>.</value>
    public IReadOnlyList<ImageSize> Sizes { get; init; } = [];

    /// <summary>Gets the qualities it has.</summary>
    public IReadOnlyList<ImageQuality> Qualities { get; init; } = [];

    /// <summary>Gets the file formats it writes; empty where it has no choice of them.</summary>
    public IReadOnlyList<ImageFileFormat> Formats { get; init; } = [];

    /// <summary>Gets the most images of one call.</summary>
    public int MaxImages { get; init; } = 10;

    /// <summary>Gets the longest prompt, in characters.</summary>
    public int MaxPromptLength { get; init; } = 32_000;

    /// <summary>Gets the most images of one edit; 0 where it does not edit.</summary>
    public int MaxInputImages { get; init; } = EditImageRequest.MaxImages;

    /// <summary>Gets a value indicating whether it makes variations.</summary>
    public bool SupportsVariations { get; init; }

    /// <summary>Gets a value indicating whether it takes <see cref="ImageRequest.Delivery"/>.</summary>
    public bool SupportsDelivery { get; init; }

    /// <summary>Gets a value indicating whether it takes <see cref="GenerateImageRequest.Style"/>.</summary>
    public bool SupportsStyle { get; init; }

    /// <summary>Gets whether it takes <see cref="EditImageRequest.InputFidelity"/>, and which.</summary>
    /// <value><see langword="null"/> where nothing is said; empty where it is to be left out.</value>
    public IReadOnlyList<ImageInputFidelity>? InputFidelities { get; init; }

    /// <summary>Gets a value indicating whether it makes transparent backgrounds.</summary>
    public bool? SupportsTransparency { get; init; }
}
