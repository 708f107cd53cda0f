using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenAIImages.Documents;
using OpenAIImages.Tests.Conventions;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Documents;

/// <summary>Requests, results and events survive a round trip through JSON with every member.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<Type> Types => [.. FullDocuments.Types];

    public static TheoryData<ImageOutput> Images =>
    [
        ImageOutput.FromBytes(Bodies.Picture(1_000)),
        ImageOutput.FromLink(new Uri("https://files.test/a.png?sig=1")),
        ImageOutput.FromSavedFile("/pictures/a.png", 7, ImageMediaType.Png),
        ImageOutput.FromSavedFile("a", 7, ImageMediaType.Unknown) with { Link = new Uri("https://files.test/a.png") },
        new ImageOutput { Length = 7, MediaType = ImageMediaType.WebP },
        new ImageOutput(),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_property_of_a_document_survives_a_round_trip(Type type)
    {
        var document = FullDocuments.Of(type);

        Assert.All(
            FullDocuments.PropertiesOf(type).Where(property => property.GetSetMethod() is not null),
            property => Assert.NotEqual(Nothing(property.PropertyType), property.GetValue(document)));
        var text = JsonSerializer.Serialize(document, type);
        var again = JsonSerializer.Deserialize(text, type);

        Assert.Empty(FullDocuments.Differences(document, again));
        Assert.Equal(text, JsonSerializer.Serialize(again, type));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void An_empty_document_writes_only_its_required_members(Type type)
    {
        var text = JsonSerializer.Serialize(JsonSerializer.Deserialize(Bare(type), type), type);

        Assert.Equal(Bare(type), text);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_member_is_in_the_table_of_fields(Type type)
    {
        var table = File.ReadAllText(Path.Combine(Sources.Root, "docs", "fields.md"));
        var document = JsonDocument.Parse(JsonSerializer.Serialize(FullDocuments.Of(type), type));

        Assert.All(
            document.RootElement.EnumerateObject(),
            member => Assert.Matches($@"`(.* |.*\.)?{member.Name}`", table));
    }

    [Fact]
    public void These_tests_cover_every_type_with_a_converter()
    {
        var types = typeof(ImageResult).Assembly.GetExportedTypes().Where(type =>
            type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType
                == typeof(ImageJsonConverterFactory));

        Assert.Equal(
            [
                typeof(ExtraFields), typeof(ImageInput), typeof(ImageRequest), typeof(ImageStreamEvent),
                typeof(PromptedImageRequest),
            ],
            types.Except(FullDocuments.Types).OrderBy(type => type.Name));
        Assert.All(types, type => Assert.NotNull(DocumentConverters.Of(type)));
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void An_image_survives_with_its_bytes_in_any_place(ImageOutput image)
    {
        var again = JsonSerializer.Deserialize<ImageOutput>(JsonSerializer.Serialize(image))!;

        Assert.Empty(FullDocuments.Differences(image, again));
        Assert.Equal(image.IsWithheld, again.IsWithheld);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_document_of_the_user_survives_with_reflection_and_source_generation(bool isGenerated)
    {
        var options = isGenerated ? ArchiveContext.Default.Options : JsonSerializerOptions.Default;
        var archive = new Archive
        {
            Generation = Full<GenerateImageRequest>(),
            Edit = Full<EditImageRequest>(),
            Variation = Full<CreateVariationRequest>(),
            Requests = [Full<GenerateImageRequest>(), Full<EditImageRequest>(), Full<CreateVariationRequest>()],
            Prompted = Full<EditImageRequest>(),
            Result = Full<ImageResult>(),
            Events = [Full<PartialImageEvent>(), Full<CompletedImageEvent>()],
            Extra = ExtraFields.Empty.With("a", 1),
        };

        var text = JsonSerializer.Serialize(archive, options);
        var again = JsonSerializer.Deserialize<Archive>(text, options)!;

        Assert.Equal(text, JsonSerializer.Serialize(again, options));
        Assert.Equal(archive.Generation, again.Generation);
        Assert.Equal(archive.Extra, again.Extra);
        Assert.Equal(archive.Requests.Select(request => request.GetType()), again.Requests.Select(r => r.GetType()));
        Assert.IsType<EditImageRequest>(again.Prompted);
        Assert.Empty(FullDocuments.Differences(archive.Result, again.Result));
        Assert.Empty(FullDocuments.Differences(archive.Events, again.Events));
    }

    private static T Full<T>() => (T)FullDocuments.Of(typeof(T));

    private static object? Nothing(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static string Bare(Type type) => type.Name switch
    {
        nameof(GenerateImageRequest) => """{"prompt":"w"}""",
        nameof(EditImageRequest) => """{"prompt":"w","image":{"file_id":"file-1"}}""",
        nameof(CreateVariationRequest) => """{"image":{"path":"a/cat.png"}}""",
        nameof(ImageResult) => """{"data":[],"possibly_billed_attempts":0}""",
        nameof(ImageContentFilterResult) => """{"category":"hate","filtered":false}""",
        nameof(ImageRateLimit) => """{"dimension":"images"}""",
        nameof(ImageRateLimits) => """{"dimensions":[]}""",
        nameof(PartialImageEvent) =>
            """
            {"type":"partial_image","image_index":0,"possibly_billed_attempts":0,"image":{},"partial_image_index":0}
            """,
        nameof(CompletedImageEvent) =>
            """{"type":"completed","image_index":0,"possibly_billed_attempts":0,"image":{}}""",
        _ => "{}",
    };
}
