using OpenAIImages.Prices.Lists;

namespace OpenAIImages;

/// <summary>What each model costs: rates by the kind of token, with the day and the source of the figures.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. All amounts are in United States dollars.</para>
/// <para>Prices change more often than packages do. <see cref="Default"/> is what was published on its
/// <see cref="AsOf"/>; a list of your own replaces it (<see cref="FromFile"/>), and <see cref="With"/> extends it. A
/// price that is not known is absent, and whatever depends on it is unknown, never zero.</para>
/// </remarks>
public sealed class ImagePriceList
{
    private static readonly Lazy<ImagePriceList> Shipped = new(PriceListReader.ReadShipped);

    private readonly Dictionary<string, ImageModelPrices> _byName;

    /// <summary>Makes a list.</summary>
    /// <param name="asOf">The day on which the prices were gathered.</param>
    /// <param name="source">Where they were published.</param>
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
    /// <remarks>The package holds them as a file, <c>prices.json</c>, too: a start for a list of your own.</remarks>
    public static ImagePriceList Default => Shipped.Value;

    /// <summary>Gets the day on which the prices were gathered.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>Gets where the prices were published.</summary>
    public string Source { get; }

    /// <summary>Gets the prices of each model.</summary>
    public IReadOnlyCollection<ImageModelPrices> Models => _byName.Values;

    /// <summary>Gets the share of the usual price that a request in a batch costs.</summary>
    /// <value>More than 0; 1 by default, and 0.5 in <see cref="Default"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than 0.</exception>
    public decimal BatchFactor { get; init => field = PriceGuard.Factor(value, nameof(BatchFactor)); } = 1;

    /// <summary>Gets what a regional endpoint (data residency) multiplies the usual price by.</summary>
    /// <value>More than 0; 1 by default, and 1.1 in <see cref="Default"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than 0.</exception>
    public decimal RegionalFactor { get; init => field = PriceGuard.Factor(value, nameof(RegionalFactor)); } = 1;

    /// <summary>Reads a list from JSON, in the form of the package's own <c>prices.json</c>.</summary>
    /// <param name="json">The list.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">It is no JSON, a member is unknown or missing, or a value is no
    /// price. <see cref="ImageConfigurationException.Faults"/> names each member at fault.</exception>
    public static ImagePriceList Parse(string json) => PriceListReader.Read(Guard.NotNull(json), "The price list");

    /// <summary>Reads a list from a file of JSON, in the form of the package's own <c>prices.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The file cannot be read, or is no price list.</exception>
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
    /// <returns>The prices; <see langword="null"/> where they are not known, as those of a deployment's own name are
    /// not.</returns>
    public ImageModelPrices? Find(ImageModel model)
        => _byName.TryGetValue(model.ToString(), out var prices)
            || _byName.TryGetValue(ImageModelCatalog.WithoutDate(model.ToString()), out prices)
                ? prices
                : null;

    /// <summary>Makes the list of what requests in a batch cost.</summary>
    /// <returns>A copy whose rates are multiplied by <see cref="BatchFactor"/>.</returns>
    public ImagePriceList ForBatches() => Times(BatchFactor);

    /// <summary>Makes the list of what requests to a regional endpoint (data residency) cost.</summary>
    /// <returns>A copy whose rates are multiplied by <see cref="RegionalFactor"/>.</returns>
    public ImagePriceList ForRegion() => Times(RegionalFactor);

    /// <summary>Makes a list whose rates are multiplied, for discounts and surcharges of your own.</summary>
    /// <param name="factor">What each rate is multiplied by; more than 0.</param>
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
    /// <param name="models">The prices; each takes the place of what the list says of its model, if it says
    /// anything.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="models"/> or one of them is
    /// <see langword="null"/>.</exception>
    /// <example>
    /// A deployment at Azure has a name of its own, and the price of its model:
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
