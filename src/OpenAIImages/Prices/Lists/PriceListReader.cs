using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenAIImages.Bytes;

namespace OpenAIImages.Prices.Lists;

/// <summary>Reads price lists from JSON and names each member at fault.</summary>
/// <remarks>An unknown member is a fault, since a misspelt rate would otherwise make a call look free.</remarks>
internal sealed class PriceListReader
{
    private readonly List<string> _faults = [];

    private PriceListReader()
    {
    }

    /// <summary>Reads the list that the package holds.</summary>
    public static ImagePriceList ReadShipped()
    {
        const string name = "OpenAIImages.prices.json";
        using var stream = typeof(PriceListReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);

        return Read(reader.ReadToEnd(), "The price list of the package");
    }

    /// <summary>Reads a list.</summary>
    /// <param name="json">The list.</param>
    /// <param name="title">The name of the list in messages about faults.</param>
    /// <exception cref="ImageConfigurationException">The text is not a price list.</exception>
    public static ImagePriceList Read(string json, string title)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (Guard.HalfPairIn(json) >= 0 || !JsonTextRepair.Repair(bytes).SequenceEqual(bytes))
        {
            throw new ImageConfigurationException([$"{title} holds half of a surrogate pair."]);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw new ImageConfigurationException([$"{title} is no JSON: {e.Message}"], e);
        }

        using (document)
        {
            var reader = new PriceListReader();
            var list = reader.ReadList(new PriceElement("", document.RootElement, reader._faults));

            return reader._faults.Count == 0 && list is not null
                ? list
                : throw new ImageConfigurationException([.. reader._faults.Select(fault => $"{title}: {fault}")]);
        }
    }

    private ImagePriceList? ReadList(PriceElement root)
    {
        var asOf = default(DateTimeOffset?);
        var source = default(string);
        var models = default(List<ImageModelPrices>);
        var (batch, regional) = (1m, 1m);
        foreach (var member in root.Members("asOf", "source", "batchFactor", "regionalFactor", "models"))
        {
            switch (member.Name)
            {
                case "asOf":
                    asOf = Day(member);
                    break;
                case "source":
                    source = member.Text();
                    break;
                case "batchFactor":
                    batch = member.Factor() ?? batch;
                    break;
                case "regionalFactor":
                    regional = member.Factor() ?? regional;
                    break;
                default:
                    models = [.. member.Entries().Select(Model).OfType<ImageModelPrices>()];
                    break;
            }
        }

        Require(asOf is not null, "asOf", "the day on which the prices were gathered, such as 2026-11-27");
        Require(source is not null, "source", "where the prices were published");
        Require(models is not null, "models", "the prices of each model by its name");

        return _faults.Count > 0
            ? null
            : new ImagePriceList(asOf!.Value, source!, models!) { BatchFactor = batch, RegionalFactor = regional };
    }

    private static ImageModelPrices? Model(PriceElement element)
    {
        if (string.IsNullOrWhiteSpace(element.Name))
        {
            element.Fault("a model has no name");

            return null;
        }

        var prices = new ImageModelPrices(element.Name);
        var members = element.Members(
            "textInput", "cachedTextInput", "imageInput", "cachedImageInput", "textOutput", "imageOutput",
            "outputFactors", "outputTokens", "maxInputImageTokens", "partialImageTokens");
        foreach (var member in members)
        {
            prices = member.Name switch
            {
                "textInput" => prices with { TextInput = member.Rate() },
                "cachedTextInput" => prices with { CachedTextInput = member.Rate() },
                "imageInput" => prices with { ImageInput = member.Rate() },
                "cachedImageInput" => prices with { CachedImageInput = member.Rate() },
                "textOutput" => prices with { TextOutput = member.Rate() },
                "imageOutput" => prices with { ImageOutput = member.Rate() },
                "outputFactors" => prices with { OutputFactors = ByQuality(member) },
                "outputTokens" => prices with { OutputTokens = BySize(member) },
                "maxInputImageTokens" => prices with { MaxInputImageTokens = member.Whole(least: 1) },
                _ => prices with { PartialImageTokens = member.Whole(least: 0) ?? prices.PartialImageTokens },
            };
        }

        return prices;
    }

    private static Dictionary<ImageSize, IReadOnlyDictionary<ImageQuality, int>> BySize(PriceElement element)
    {
        var sizes = new Dictionary<ImageSize, IReadOnlyDictionary<ImageQuality, int>>();
        foreach (var entry in element.Entries())
        {
            if (ImageSize.TryParse(entry.Name, out var size) && !size.IsAuto)
            {
                sizes[size] = ByQuality(entry);
            }
            else
            {
                entry.Fault("the name is no size such as 1024x1024");
            }
        }

        return sizes;
    }

    private static Dictionary<ImageQuality, int> ByQuality(PriceElement element)
    {
        var qualities = new Dictionary<ImageQuality, int>();
        foreach (var entry in element.Entries())
        {
            if (!ImageQuality.TryParse(entry.Name, out var quality))
            {
                entry.Fault("the name is no quality such as high");
            }
            else if (entry.Whole(least: 1) is { } count)
            {
                qualities[quality] = count;
            }
        }

        return qualities;
    }

    private static DateTimeOffset? Day(PriceElement member)
    {
        if (member.Text() is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            return day;
        }

        member.Fault("the value is no day such as 2026-11-27");

        return null;
    }

    private void Require(bool isThere, string member, string meaning)
    {
        if (!isThere && !_faults.Exists(fault => fault.StartsWith(member, StringComparison.Ordinal)))
        {
            _faults.Add($"{member} is missing: {meaning}.");
        }
    }
}
