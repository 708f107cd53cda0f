using OpenAIImages.Models;

namespace OpenAIImages;

/// <summary>The published facts about a model.</summary>
/// <remarks>The object is immutable. The facts are as of <see cref="ImageModelCatalog.AsOf"/>. A property is
/// <see langword="null"/> when nothing is published.</remarks>
public sealed record ImageModelInfo
{
    internal ImageModelInfo(ImageModel model) => Model = model;

    /// <summary>Gets the model.</summary>
    public ImageModel Model { get; internal init; }

    /// <summary>Gets the first day, in UTC, on which the service no longer offers the model.</summary>
    public DateTimeOffset? ShutdownDate { get; init; }

    /// <summary>Gets the model that the service recommends instead.</summary>
    public ImageModel? Replacement { get; init; }

    /// <summary>Gets the sizes that the model makes.</summary>
    /// <value>Empty when the model makes any size that keeps the rules of <see cref="ImageSize.GetAdvice"/>.</value>
    public IReadOnlyList<ImageSize> Sizes { get; init; } = [];

    /// <summary>Gets the qualities that the model has.</summary>
    public IReadOnlyList<ImageQuality> Qualities { get; init; } = [];

    /// <summary>Gets the file formats that the model writes; empty when the model offers no choice.</summary>
    public IReadOnlyList<ImageFileFormat> Formats { get; init; } = [];

    /// <summary>Gets the largest number of images of one call.</summary>
    public int MaxImages { get; init; } = 10;

    /// <summary>Gets the length of the longest prompt, in characters.</summary>
    public int MaxPromptLength { get; init; } = 32_000;

    /// <summary>Gets the largest number of images that one edit takes; 0 when the model does not edit.</summary>
    public int MaxInputImages { get; init; } = EditImageRequest.MaxImages;

    /// <summary>Gets whether the model makes variations.</summary>
    public bool SupportsVariations { get; init; }

    /// <summary>Gets whether the model takes <see cref="ImageRequest.Delivery"/>.</summary>
    public bool SupportsDelivery { get; init; }

    /// <summary>Gets whether the model takes <see cref="GenerateImageRequest.Style"/>.</summary>
    public bool SupportsStyle { get; init; }

    /// <summary>Gets the values of <see cref="EditImageRequest.InputFidelity"/> that the model takes.</summary>
    /// <value><see langword="null"/> when nothing is published; empty when requests must leave the field out.</value>
    public IReadOnlyList<ImageInputFidelity>? InputFidelities { get; init; }

    /// <summary>Gets whether the model makes transparent backgrounds.</summary>
    public bool? SupportsTransparency { get; init; }

    /// <summary>Finds the size of this model that is nearest to a wish.</summary>
    /// <param name="wish">The wanted size, not <c>auto</c>.</param>
    /// <returns>The wish itself if it is valid; otherwise the size with the least difference in shape and area. The
    /// shape counts three times as much.</returns>
    /// <exception cref="ArgumentException"><paramref name="wish"/> is <see cref="ImageSize.Auto"/>.</exception>
    public ImageSize NearestSize(ImageSize wish) => SizeSearch.Nearest(this, wish);

    /// <summary>Finds the size of this model that is nearest to a ratio and a number of pixels.</summary>
    /// <param name="ratio">The width divided by the height; more than 0.</param>
    /// <param name="pixels">The number of pixels; more than 0.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not more than 0, or the ratio is not a finite
    /// number.</exception>
    public ImageSize NearestSize(double ratio, long pixels) => SizeSearch.Nearest(this, ratio, pixels);
}
