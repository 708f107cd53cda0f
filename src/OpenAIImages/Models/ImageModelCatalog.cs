namespace OpenAIImages;

/// <summary>The published facts about each model of OpenAI, as data.</summary>
/// <remarks>
/// Models come and go faster than packages: the facts have a date, <see cref="AsOf"/>, and checks ignore a model that
/// is not listed here. See https://platform.openai.com/docs/models and https://platform.openai.com/docs/deprecations.
/// </remarks>
public static class ImageModelCatalog
{
    private static readonly ImageSize[] FixedSizes = [ImageSize.Square, ImageSize.Landscape, ImageSize.Portrait];

    private static readonly ImageQuality[] Usual =
        [ImageQuality.Auto, ImageQuality.Low, ImageQuality.Medium, ImageQuality.High];

    private static readonly ImageFileFormat[] Raster =
        [ImageFileFormat.Png, ImageFileFormat.Jpeg, ImageFileFormat.WebP];

    private static readonly Dictionary<string, ImageModelInfo> ByName = Create().ToDictionary(
        info => info.Model.ToString(), StringComparer.Ordinal);

    /// <summary>Gets the day of the facts.</summary>
    public static DateTimeOffset AsOf { get; } = Day(2026, 11, 27);

    /// <summary>Gets all models with published facts.</summary>
    public static IReadOnlyCollection<ImageModelInfo> Models => ByName.Values;

    /// <summary>Finds the published facts about a model.</summary>
    /// <param name="model">The model, or a dated snapshot of it.</param>
    /// <returns>The facts; <see langword="null"/> for an unknown name, such as that of a deployment.</returns>
    public static ImageModelInfo? Find(ImageModel model)
    {
        var name = model.ToString();

        return ByName.TryGetValue(name, out var info) || ByName.TryGetValue(WithoutDate(name), out info) ? info : null;
    }

    /// <summary>Removes the date from the name of a snapshot, which is the model's name and a date:
    /// gpt-image-2-2026-04-21.</summary>
    internal static string WithoutDate(string name)
    {
        const int dateLength = 11;

        return name.Length > dateLength && DateTime.TryParseExact(
            name.Substring(name.Length - dateLength),
            "'-'yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out _)
                ? name.Substring(0, name.Length - dateLength)
                : name;
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static IEnumerable<ImageModelInfo> Create()
    {
        ImageInputFidelity[] both = [ImageInputFidelity.Low, ImageInputFidelity.High];
        var legacy = new ImageModelInfo("gpt-image-1.5")
        {
            ShutdownDate = Day(2026, 12, 1),
            Replacement = ImageModel.GptImage26Sunburst,
            Sizes = FixedSizes,
            Qualities = Usual,
            Formats = Raster,
            InputFidelities = both,
            SupportsTransparency = true,
        };
        yield return legacy;
        yield return Copy(legacy, "gpt-image-1-mini") with { InputFidelities = [ImageInputFidelity.Low] };
        yield return Copy(legacy, "chatgpt-image-latest") with { InputFidelities = null, SupportsTransparency = null };
        yield return Copy(legacy, "gpt-image-1") with
        {
            ShutdownDate = Day(2026, 10, 23),
            Replacement = ImageModel.GptImage25Sunburst,
        };

        var current = new ImageModelInfo(ImageModel.GptImage2)
        {
            Qualities = Usual,
            Formats = Raster,
            InputFidelities = [],
            SupportsTransparency = true,
        };
        var finer = current with
        {
            Qualities = [.. Usual, ImageQuality.XHigh, ImageQuality.Max],
        };
        yield return current;
        yield return Copy(finer, "gpt-image-2.5-sunburst");
        yield return Copy(finer, "gpt-image-2.5-flare");
        var newest = finer with
        {
            Formats = [.. Raster, ImageFileFormat.Gif, ImageFileFormat.Svg],
            InputFidelities = null,
        };
        yield return Copy(newest, "gpt-image-2.6-sunburst");
        yield return Copy(newest, "gpt-image-2.6-flare");

        var dallE = new ImageModelInfo("dall-e-2")
        {
            ShutdownDate = Day(2026, 5, 12),
            Replacement = ImageModel.GptImage2,
            Sizes = [new(256, 256), new(512, 512), ImageSize.Square],
            Qualities = [ImageQuality.Standard],
            MaxPromptLength = 1_000,
            MaxInputImages = 1,
            SupportsVariations = true,
            SupportsDelivery = true,
            InputFidelities = [],
            SupportsTransparency = false,
        };
        yield return dallE;
        yield return Copy(dallE, "dall-e-3") with
        {
            Sizes = [ImageSize.Square, new(1_792, 1_024), new(1_024, 1_792)],
            Qualities = [ImageQuality.Standard, ImageQuality.Hd],
            MaxPromptLength = 4_000,
            MaxImages = 1,
            MaxInputImages = 0,
            SupportsVariations = false,
            SupportsStyle = true,
        };
    }

    private static ImageModelInfo Copy(ImageModelInfo like, ImageModel model) => like with { Model = model };
}
