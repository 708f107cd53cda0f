using System.Text.Json;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Encoders;

/// <summary>The client refuses texts that cannot be sent; it names their member and sends nothing.</summary>
public sealed class WrongTextTests
{
    private const string Half = "ab\ud800c";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<object>> AtConstruction => new()
    {
        { "prompt", () => new GenerateImageRequest(Half) },
        { "prompt", () => new EditImageRequest(Half, Picture()) },
        { "User", () => new GenerateImageRequest("a fox") { User = Half } },
        { "User", () => new CreateVariationRequest(Picture()) { User = Half } },
        { "SafetyIdentifier", () => new GenerateImageRequest("a fox") { SafetyIdentifier = Half } },
        { "name", () => new ImageModel(Half) },
        { "id", () => ImageInput.FromFileId(Half) },
        { "link", () => ImageInput.FromLink(new Uri("data:" + Half)) },
    };

    public static TheoryData<string, PromptedImageRequest> BeforeSending => new()
    {
        { "Quality", new GenerateImageRequest("a fox") { Quality = new ImageQuality(Half) } },
        { "Background", new GenerateImageRequest("a fox") { Background = new ImageBackground(Half) } },
        { "Complexity", new GenerateImageRequest("a fox") { Complexity = new ImageComplexity(Half) } },
        { "OutputFormat", new GenerateImageRequest("a fox") { OutputFormat = new ImageFileFormat(Half) } },
        { "Moderation", new GenerateImageRequest("a fox") { Moderation = new ImageModeration(Half) } },
        { "Style", new GenerateImageRequest("a fox") { Style = new ImageStyle(Half) } },
        { "Delivery", new GenerateImageRequest("a fox") { Delivery = new ImageDelivery(Half) } },
        { "Svg.Model", new GenerateImageRequest("a fox") { Svg = new ImageSvgOptions { Model = Half } } },
        {
            "InputFidelity",
            new EditImageRequest("a fox", Picture()) { InputFidelity = new ImageInputFidelity(Half) }
        },
    };

    [Theory]
    [MemberData(nameof(AtConstruction))]
    public void Half_a_surrogate_pair_is_refused_when_it_is_set(string member, Func<object> make)
    {
        var refused = Assert.Throws<ArgumentException>(make);

        Assert.Equal(member, refused.ParamName);
        Assert.Contains("at index", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BeforeSending))]
    public async Task Half_a_surrogate_pair_in_a_value_is_refused_before_sending(
        string member, PromptedImageRequest request)
    {
        var refused = await RefuseAsync(request);

        Assert.Equal(member, refused.ParamName);
        Assert.Contains("at index 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extra_fields_are_checked_before_sending()
    {
        using var half = JsonDocument.Parse("""{"a":"\ud800"}""");
        foreach (var value in new[] { half.RootElement, default })
        {
            var extra = new ExtraFields([new("x", value)]);

            var words = await RefuseAsync(new GenerateImageRequest("a fox") { Extra = extra });
            var edit = await RefuseAsync(new EditImageRequest("a fox", Picture()) { Extra = extra });

            Assert.Contains("'x'", words.Message, StringComparison.Ordinal);
            Assert.Contains("'x'", edit.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a\0b", 1)]
    [InlineData("a\r\nX-Evil: 1", 1)]
    [InlineData("ab\t", 2)]
    [InlineData("ab\u007f", 2)]
    [InlineData("猫", 0)]
    public async Task A_field_name_that_a_form_cannot_hold_is_refused_with_its_index(string name, int at)
    {
        using var nested = JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, int> { [name] = 1 }));
        var input = new EditImageRequest("a fox", Picture());

        var outer = await RefuseAsync(input with { Extra = ExtraFields.Empty.With(name, 1) });
        var inner = await RefuseAsync(input with { Extra = ExtraFields.Empty.With("x", nested.RootElement) });

        Assert.Contains($"at index {at}:", outer.Message, StringComparison.Ordinal);
        Assert.Contains($"at index {at + 2}:", inner.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(outer.Message, char.IsControl);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"a":[{}]}""")]
    public async Task A_value_that_a_form_cannot_hold_is_refused(string json)
    {
        using var value = JsonDocument.Parse(json);

        var refused = await RefuseAsync(
            new EditImageRequest("a fox", Picture()) { Extra = ExtraFields.Empty.With("x", value.RootElement) });

        Assert.Contains("Extra holds 'x", refused.Message, StringComparison.Ordinal);
    }

    private static ImageInput Picture() => ImageInput.FromBytes(Bodies.Picture(300));

    private static async Task<ArgumentException> RefuseAsync(PromptedImageRequest request)
    {
        var service = new FakeService();
        using var client = service.CreateClient(options => options.ModelChecks = ImageModelChecks.Off);
        Func<Task> call = request is EditImageRequest edit
            ? () => client.EditAsync(edit, Token)
            : () => client.GenerateAsync((GenerateImageRequest)request, Token);

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(call);

        Assert.Empty(service.Received);

        return refused;
    }
}
