using OpenAIImages.Prices.Lists;

namespace OpenAIImages;

/// <summary>The prices of each model: rates by the kind of token, with the day and the source of the figures.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. All amounts are in United States dollars.</para>
/// <para>Prices change more often than packages do. <see cref="Default"/> holds the prices that were published on its
/// <see cref="AsOf"/>. Your own list can replace it (<see cref="FromFile"/>), and <see cref="With"/> extends it. An
/// unknown price is absent. Every cost that depends on it is unknown, and never zero.</para>
/// </remarks>
public sealed class ImagePriceList
{
    private static readonly Lazy<ImagePriceList> Shipped = new(PriceListReader.ReadShipped);

    private readonly Dictionary<string, ImageModelPrices> _byName;

    /// <summary>Creates a list.</summary>
    /// <param name="asOf">The day on which the prices were gathered.</param>
    /// <param name="source">The place where the prices were published.</param>
    /// <param name="models">The prices of each model.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is blank, or a model occurs twice.</exception>
    public ImagePriceList(DateTimeOffset asOf, string source, IEnumerable<ImageModelPrices> models)
    {
        AsOf = asOf;
        Source = Guard.NotBlank(source);
        _byName = new Dictionary<string, ImageModelPrices>(StringComparer.Ordinal);
        foreach (var prices in Guard.NotNull(models))
        {
            var name = Guard.NotNull(prices, nameof(models)).Model.ToString();
            if (_byName.ContainsKey(name))
            {
                throw new ArgumentException($"The model {name} occurs twice.", nameof(models));
            }

            _byName.Add(name, prices);
        }
    }

    /// <summary>Gets the prices that OpenAI had published when this package was made.</summary>
    /// <remarks>The package also holds these prices as a file, <c>prices.json</c>, which you can use to make your own
    /// list.</remarks>
    public static ImagePriceList Default => Shipped.Value;

    /// <summary>Gets the day on which the prices were gathered.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>Gets the place where the prices were published.</summary>
    public string Source { get; }

    /// <summary>Gets the prices of each model.</summary>
    public IReadOnlyCollection<ImageModelPrices> Models => _byName.Values;

    /// <summary>Gets the factor of the usual price for a request in a batch.</summary>
    /// <value>More than 0; 1 by default, and 0.5 in <see cref="Default"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than 0.</exception>
    public decimal BatchFactor { get; init => field = PriceGuard.Factor(value, nameof(BatchFactor)); } = 1;

    /// <summary>Gets the factor of the usual price for a regional endpoint (data residency).</summary>
    /// <value>More than 0; 1 by default, and 1.1 in <see cref="Default"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than 0.</exception>
    public decimal RegionalFactor { get; init => field = PriceGuard.Factor(value, nameof(RegionalFactor)); } = 1;

    /// <summary>Reads a list from JSON, in the form of the package's own <c>prices.json</c>.</summary>
    /// <param name="json">The list.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The text is not JSON, a member is unknown or missing, or a value
    /// is not a price. <see cref="ImageConfigurationException.Faults"/> names each member at fault.</exception>
    public static ImagePriceList Parse(string json) => PriceListReader.Read(Guard.NotNull(json), "The price list");

    /// <summary>Reads a list from a file of JSON, in the form of the package's own <c>prices.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The file cannot be read, or is not a price list.</exception>
    public static ImagePriceList FromFile(string path)
    {
        string json;
        try
        {
            json = File.ReadAllText(Guard.NotBlank(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImageConfigurationException([$"The price list {path} cannot be read: {e.Message}"], e);
        }

        return PriceListReader.Read(json, $"The price list {Path.GetFileName(path)}");
    }

    /// <summary>Finds the prices of a model.</summary>
    /// <param name="model">The model, or a dated snapshot of it.</param>
    /// <returns>The prices; <see langword="null"/> if they are not known, for example for the name of a
    /// deployment.</returns>
    public ImageModelPrices? Find(ImageModel model)
        => _byName.TryGetValue(model.ToString(), out var prices)
            || _byName.TryGetValue(ImageModelCatalog.WithoutDate(model.ToString()), out prices)
                ? prices
                : null;

    /// <summary>Makes the list of prices for requests in a batch.</summary>
    /// <returns>A copy whose rates are multiplied by <see cref="BatchFactor"/>.</returns>
    public ImagePriceList ForBatches() => Times(BatchFactor);

    /// <summary>Makes the list of prices for requests to a regional endpoint (data residency).</summary>
    /// <returns>A copy whose rates are multiplied by <see cref="RegionalFactor"/>.</returns>
    public ImagePriceList ForRegion() => Times(RegionalFactor);

    /// <summary>Makes a list whose rates are multiplied, for your own discounts and surcharges.</summary>
    /// <param name="factor">The factor for each rate; more than 0.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not more than 0.</exception>
    public ImagePriceList Times(decimal factor)
    {
        PriceGuard.Factor(factor, nameof(factor));

        return new ImagePriceList(AsOf, Source, Models.Select(prices => prices with
        {
            TextInput = prices.TextInput * factor,
            CachedTextInput = prices.CachedTextInput * factor,
            ImageInput = prices.ImageInput * factor,
            CachedImageInput = prices.CachedImageInput * factor,
            TextOutput = prices.TextOutput * factor,
            ImageOutput = prices.ImageOutput * factor,
        }))
        {
            BatchFactor = BatchFactor,
            RegionalFactor = RegionalFactor,
        };
    }

    /// <summary>Copies the list and sets the prices of some models.</summary>
    /// <param name="models">The prices. Each replaces the prices of the same model in the list, or is added.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="models"/> or one of them is
    /// <see langword="null"/>.</exception>
    /// <example>
    /// A deployment at Azure has its own name, and the price of its model:
    /// <code>
    /// var prices = ImagePriceList.Default;
    /// prices = prices.With(prices.Find(ImageModel.GptImage2)! with { Model = "my-deployment" });
    /// </code>
    /// </example>
    public ImagePriceList With(params ImageModelPrices[] models)
    {
        var merged = new Dictionary<string, ImageModelPrices>(_byName, StringComparer.Ordinal);
        foreach (var prices in Guard.NotNull(models))
        {
            merged[Guard.NotNull(prices, nameof(models)).Model.ToString()] = prices;
        }

        return new ImagePriceList(AsOf, Source, merged.Values)
        {
            BatchFactor = BatchFactor,
            RegionalFactor = RegionalFactor,
        };
    }
}
