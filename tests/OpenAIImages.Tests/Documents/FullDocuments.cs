using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Documents;

/// <summary>Makes documents whose properties are all set, and compares documents property by property.</summary>
internal static class FullDocuments
{
    private static readonly ImageInput Input = ImageInput.FromBytes(Bodies.Picture(20), "cat.png", ImageMediaType.Png);

    private static readonly Dictionary<Type, Func<object>> Constructors = new()
    {
        [typeof(GenerateImageRequest)] = () => new GenerateImageRequest("a \"cat\" 猫\n🦊"),
        [typeof(EditImageRequest)] = () => new EditImageRequest("a hat", [Input, ImageInput.FromFileId("file-1")]),
        [typeof(CreateVariationRequest)] = () => new CreateVariationRequest(Input),
        [typeof(ImageSvgOptions)] = () => new ImageSvgOptions(),
        [typeof(ImageResult)] = () => new ImageResult([]),
        [typeof(ImageOutput)] = () => ImageOutput.FromBytes(Bodies.Picture(20)),
        [typeof(ImageContentFilterResult)] = () => new ImageContentFilterResult("violence"),
        [typeof(ImageUsage)] = () => new ImageUsage(),
        [typeof(ImageTokenDetails)] = () => new ImageTokenDetails(),
        [typeof(ImageSvgUsage)] = () => new ImageSvgUsage(),
        [typeof(ImageRateLimit)] = () => new ImageRateLimit("images"),
        [typeof(ImageRateLimits)] = () => new ImageRateLimits(
            new[] { "images", "input-images", "requests", "tokens" }.Select(Limit)),
        [typeof(PartialImageEvent)] = () => new PartialImageEvent((ImageOutput)Of(typeof(ImageOutput))),
        [typeof(CompletedImageEvent)] = () => new CompletedImageEvent((ImageOutput)Of(typeof(ImageOutput))),
    };

    private static readonly Dictionary<Type, Func<object>> Values = new()
    {
        [typeof(string)] = () => "text",
        [typeof(int)] = () => 3,
        [typeof(long)] = () => 5_000_000_000,
        [typeof(bool)] = () => true,
        [typeof(TimeSpan)] = () => TimeSpan.FromTicks(12_345_678),
        [typeof(DateTimeOffset)] = () => new DateTimeOffset(2026, 11, 27, 23, 22, 46, 125, TimeSpan.FromHours(2)),
        [typeof(Uri)] = () => new Uri("https://files.test/a.png?sig=%2Fx"),
        [typeof(ImageInput)] = () => Input,
        [typeof(ExtraFields)] = () => ExtraFields.Empty.With("cost", 0.125).With("n", "five").With("deep", Deep()),
        [typeof(IReadOnlyList<ImageOutput>)] = () => new List<ImageOutput> { (ImageOutput)Of(typeof(ImageOutput)) },
        [typeof(IReadOnlyList<ImageContentFilterResult>)]
            = () => new[] { Of(typeof(ImageContentFilterResult)) }.Cast<ImageContentFilterResult>().ToList(),
    };

    public static IReadOnlyCollection<Type> Types => Constructors.Keys;

    /// <summary>Gets the properties that are compared: the public ones that belong to the document and not to the
    /// call.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property =>
            property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    /// <summary>Makes a document with every property set.</summary>
    public static object Of(Type type)
    {
        var document = Constructors[type]();
        foreach (var property in PropertiesOf(type).Where(property => property.GetSetMethod() is not null))
        {
            property.SetValue(document, Sample(property.PropertyType));
        }

        return document;
    }

    /// <summary>Returns the properties in which two documents differ.</summary>
    public static IEnumerable<string> Differences(object? one, object? other, string name = "")
    {
        if (one is null || other is null || one.GetType() != other.GetType())
        {
            return one is null && other is null ? [] : [name];
        }

        return (one, other) switch
        {
            (ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> others)
                => bytes.Span.SequenceEqual(others.Span) ? [] : [name],
            (ExtraFields, _) => one.Equals(other) ? [] : [name],
            (string, _) => one.Equals(other) ? [] : [name],
            (IEnumerable items, IEnumerable others) => Differences([.. items], [.. others], name),
            (ImageInput or ImageStreamEvent or ImageRequest, _) => OfProperties(),
            _ when Constructors.ContainsKey(one.GetType()) => OfProperties(),
            _ => one.Equals(other) ? [] : [name],
        };

        IEnumerable<string> OfProperties()
            => PropertiesOf(one.GetType()).SelectMany(property => Differences(
                property.GetValue(one), property.GetValue(other), $"{name}.{property.Name}"));
    }

    private static IEnumerable<string> Differences(List<object?> ones, List<object?> others, string name)
        => ones.Count != others.Count
            ? [name]
            : ones.Zip(others).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{name}[{i}]"));

    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;

        return Values.TryGetValue(type, out var value) ? value()
            : Constructors.ContainsKey(type) ? Of(type)
            : type == typeof(ImageSize) ? new ImageSize(1536, 864)
            : Activator.CreateInstance(type, "some-word")!;
    }

    private static ImageRateLimit Limit(string dimension)
        => new(dimension) { Limit = 7, Remaining = 0, ResetAfter = TimeSpan.FromSeconds(1.5) };

    private static System.Text.Json.JsonElement Deep()
        => System.Text.Json.JsonDocument.Parse("""{"a":[1,null,{"b":"c"}]}""").RootElement;
}
