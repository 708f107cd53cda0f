using OpenAIImages.Models;

namespace OpenAIImages;

/// <summary>What is published about a model.</summary>
/// <remarks>Immutable. As of <see cref="ImageModelCatalog.AsOf"/>. A property is <see langword="null"/> where nothing
/// is published.</remarks>
public sealed record ImageModelInfo
{
    internal ImageModelInfo(ImageModel model) => Model = model;

    /// <summary>Gets the model.</summary>
    public ImageModel Model { get; internal init; }

    /// <summary>Gets the first day, in UTC, on which the service no longer offers the model.</summary>
    public DateTimeOffset? ShutdownDate { get; init; }

    /// <summary>Gets the model that the service recommends in its place.</summary>
    public ImageModel? Replacement { get; init; }

    /// <summary>Gets the sizes that the model makes.</summary>
    /// <value>Empty when it makes any size that keeps the rules of <see cref="ImageSize.GetAdvice"/>.</value>
    public IReadOnlyList<ImageSize> Sizes { get; init; } = [];

    /// <summary>Gets the qualities that the model has.</summary>
    public IReadOnlyList<ImageQuality> Qualities { get; init; } = [];

    /// <summary>Gets the file formats that the model writes; empty when it has no choice of them.</summary>
    public IReadOnlyList<ImageFileFormat> Formats { get; init; } = [];

    /// <summary>Gets how many images one call makes at most.</summary>
    public int MaxImages { get; init; } = 10;

    /// <summary>Gets the length of the longest prompt, in characters.</summary>
    public int MaxPromptLength { get; init; } = 32_000;

    /// <summary>Gets how many images one edit takes at most; 0 when the model does not edit.</summary>
    public int MaxInputImages { get; init; } = EditImageRequest.MaxImages;

    /// <summary>Gets whether the model makes variations.</summary>
    public bool SupportsVariations { get; init; }

    /// <summary>Gets whether the model takes <see cref="ImageRequest.Delivery"/>.</summary>
    public bool SupportsDelivery { get; init; }

    /// <summary>Gets whether the model takes <see cref="GenerateImageRequest.Style"/>.</summary>
    public bool SupportsStyle { get; init; }

    /// <summary>Gets the values of <see cref="EditImageRequest.InputFidelity"/> that the model takes.</summary>
    /// <value><see langword="null"/> when nothing is published; empty when the field is to be left out.</value>
    public IReadOnlyList<ImageInputFidelity>? InputFidelities { get; init; }

    /// <summary>Gets whether the model makes transparent backgrounds.</summary>
    public bool? SupportsTransparency { get; init; }

    /// <summary>Finds the size that comes nearest to a wish and that the model makes.</summary>
    /// <param name="wish">The size that is wished for, not <c>auto</c>.</param>
    /// <returns>The wish itself where it is valid; otherwise the size that differs least from it in shape and area,
    /// where the shape counts three times as much.</returns>
    /// <exception cref="ArgumentException"><paramref name="wish"/> is <see cref="ImageSize.Auto"/>.</exception>
    public ImageSize NearestSize(ImageSize wish) => SizeSearch.Nearest(this, wish);

    /// <summary>Finds the size that comes nearest to a ratio and a number of pixels and that the model
    /// makes.</summary>
    /// <param name="ratio">The width divided by the height; more than 0.</param>
    /// <param name="pixels">The number of pixels; more than 0.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not more than 0, or no number.</exception>
    public ImageSize NearestSize(double ratio, long pixels) => SizeSearch.Nearest(this, ratio, pixels);
}
