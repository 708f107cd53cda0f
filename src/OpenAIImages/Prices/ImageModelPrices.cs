using OpenAIImages.Prices.Lists;

namespace OpenAIImages;

/// <summary>The prices of a model, and the numbers of tokens of its images.</summary>
/// <remarks>
/// Immutable. All rates are in United States dollars for a million tokens. A rate is <see langword="null"/> if it is
/// not published; every cost that depends on it is then unknown. Two objects are equal only when their tables are the
/// same objects.
/// </remarks>
public sealed record ImageModelPrices
{
    private readonly IReadOnlyDictionary<ImageQuality, int> _outputFactors = new Dictionary<ImageQuality, int>();
    private readonly IReadOnlyDictionary<ImageSize, IReadOnlyDictionary<ImageQuality, int>> _outputTokens =
        new Dictionary<ImageSize, IReadOnlyDictionary<ImageQuality, int>>();

    /// <summary>Creates prices without any rate.</summary>
    /// <param name="model">The model, as requests name it; at Azure the deployment.</param>
    /// <exception cref="ArgumentException"><paramref name="model"/> is not given.</exception>
    public ImageModelPrices(ImageModel model) => Model = model;

    /// <summary>Gets the model.</summary>
    /// <exception cref="ArgumentException">The value is not given.</exception>
    public ImageModel Model
    {
        get;
        init => field = value != default
            ? value
            : throw new ArgumentException("The model is not given.", nameof(Model));
    }

    /// <summary>Gets the rate of words that are sent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? TextInput { get; init => field = PriceGuard.Rate(value, nameof(TextInput)); }

    /// <summary>Gets the rate of words that are sent and that the service finds in its cache.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? CachedTextInput { get; init => field = PriceGuard.Rate(value, nameof(CachedTextInput)); }

    /// <summary>Gets the rate of images that are sent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? ImageInput { get; init => field = PriceGuard.Rate(value, nameof(ImageInput)); }

    /// <summary>Gets the rate of images that are sent and that the service finds in its cache.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? CachedImageInput { get; init => field = PriceGuard.Rate(value, nameof(CachedImageInput)); }

    /// <summary>Gets the rate of words that the model writes. Authors of SVG drawings have this rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? TextOutput { get; init => field = PriceGuard.Rate(value, nameof(TextOutput)); }

    /// <summary>Gets the rate of images that the model makes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? ImageOutput { get; init => field = PriceGuard.Rate(value, nameof(ImageOutput)); }

    /// <summary>Gets the factor for each quality in the formula with which <c>gpt-image-2</c> and later count the
    /// tokens of an image.</summary>
    /// <value>
    /// Empty by default. With <c>g = round(factor * shorter side / longer side)</c>, an image takes <c>factor * g *
    /// (2,000,000 + pixels) / 4,000,000</c> tokens, rounded up. An absent quality has no published factor.
    /// </value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A factor is less than 1.</exception>
    public IReadOnlyDictionary<ImageQuality, int> OutputFactors
    {
        get => _outputFactors;
        init
        {
            foreach (var factor in Guard.NotNull(value, nameof(OutputFactors)).Values)
            {
                Guard.Positive(factor, nameof(OutputFactors));
            }

            _outputFactors = value;
        }
    }

    /// <summary>Gets the tokens of an image by size and quality, for models whose tokens follow no formula.</summary>
    /// <value>Empty by default. <see cref="OutputFactors"/> takes precedence.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyDictionary<ImageSize, IReadOnlyDictionary<ImageQuality, int>> OutputTokens
    {
        get => _outputTokens;
        init => _outputTokens = Guard.NotNull(value, nameof(OutputTokens));
    }

    /// <summary>Gets the highest number of tokens of one image that is sent, counted in patches of 32 x 32
    /// pixels.</summary>
    /// <value>1,536 for <c>gpt-image-2</c> and <c>gpt-image-2.5</c>; <see langword="null"/> if the number is not known.
    /// An edit then has no estimate.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxInputImageTokens
    {
        get;
        init => field = value is { } most ? Guard.Positive(most, nameof(MaxInputImageTokens)) : null;
    }

    /// <summary>Gets the output tokens that each streamed partial image adds.</summary>
    /// <value>100 by default, for each partial image.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int PartialImageTokens
    {
        get;
        init => field = (int)Guard.NotNegative(value, nameof(PartialImageTokens));
    } = 100;
}
