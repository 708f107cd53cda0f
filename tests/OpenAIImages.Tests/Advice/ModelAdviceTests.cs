using OpenAIImages.Advice;
using OpenAIImages.Diagnostics;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Advice;

/// <summary>The client names the problems of a request before it sends the request, so that no caller pays or waits
/// to learn about them.</summary>
public sealed class ModelAdviceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly GenerateImageRequest Fox = new("a red fox") { Model = ImageModel.GptImage2 };

    private static readonly GenerateImageRequest Moving = new("a red fox")
    {
        Model = ImageModel.GptImage26Flare,
        OutputFormat = ImageFileFormat.Gif,
    };

    public static TheoryData<ImageRequest, string> Unwise => new()
    {
        { Fox with { Delivery = ImageDelivery.Inline }, "Delivery" },
        { Fox with { Background = ImageBackground.Transparent, OutputFormat = ImageFileFormat.Jpeg }, "transparent" },
        { Fox with { Size = new(1000, 1000) }, "multiples of 16" },
        { Fox with { Model = "dall-e-3" }, "was shut down on 2026-05-12" },
        { Fox with { Model = "gpt-image-1" }, "was shut down on 2026-10-23. Use gpt-image-2.5-sunburst." },
        { Fox with { Model = "gpt-image-1", Size = new(512, 512) }, "1536x1024" },
        { Fox with { Model = "gpt-image-2-2026-04-21", Quality = "max" }, "Quality is max" },
        { Fox with { Count = 11 }, "at most 10" },
        { Fox with { Style = ImageStyle.Vivid }, "dall-e-3" },
        { Fox with { OutputCompression = 80 }, "OutputCompression" },
        { Fox with { OutputFormat = ImageFileFormat.Gif }, "OutputFormat is gif" },
        { Fox with { FrameCount = 3 }, "GIF" },
        { Moving with { Size = new(1024, 1024), FrameCount = 6 }, "6 frames are drawn on one sheet of 4 by 2" },
        { Moving with { Size = new(976, 976) }, "2928x2928: 8573184 pixels are more than the most" },
        { Moving with { Size = new(832, 832), FrameCount = 12 }, "3328x2496" },
        { Moving with { Size = new(736, 736), FrameCount = 16 }, "2944x2944" },
        { Moving with { Size = new(100, 100), FrameCount = 16 }, "multiples of 16" },
        { Moving with { Size = new(2147483632, 16) }, "neither side of a frame may exceed 3840" },
        { Fox with { Svg = new ImageSvgOptions() }, "SVG" },
        { new GenerateImageRequest(new string('x', 32_001)) { Model = "gpt-image-2" }, "32001 characters" },
        {
            new EditImageRequest("p", ImageInput.FromFileId("f")) { Model = "gpt-image-2", InputFidelity = "high" },
            "left out"
        },
        {
            new EditImageRequest("p", ImageInput.FromFileId("f")) { Model = "gpt-image-1", InputFidelity = "max" },
            "InputFidelity is max"
        },
        {
            new EditImageRequest("p", ImageInput.FromFileId("f"))
            {
                Model = "gpt-image-2.5-flare", InputFidelity = "low",
            },
            "left out"
        },
        { new EditImageRequest("p", ImageInput.FromFileId("f")) { Model = "dall-e-3" }, "does not edit" },
        { new CreateVariationRequest(ImageInput.FromFileId("f")) { Model = "gpt-image-2" }, "variations" },
    };

    public static TheoryData<ImageRequest> Wise =>
    [
        Fox,
        new GenerateImageRequest("a fox"),
        Fox with { Model = "my-own-deployment", Size = new(3, 3), Count = 99 },
        Fox with { Size = new(3840, 2160), Quality = "high", Background = "transparent", OutputFormat = "webp" },
        Fox with { Model = "gpt-image-2.6-flare", Quality = "max", OutputFormat = "gif", FrameCount = 8 },
        Moving with { Size = new(960, 960), FrameCount = 8 },
        Moving with { Size = new(512, 512), FrameCount = 2 },
        Moving with { Size = new(512, 1280), FrameCount = 8 },
        Moving with { Size = new(960, 960) },
        Moving with { Size = new(816, 816), FrameCount = 12 },
        Moving with { Size = new(720, 720), FrameCount = 16 },
        Moving with { Size = ImageSize.Auto },
        Fox with { OutputFormat = "jpeg", OutputCompression = 50, Size = ImageSize.Auto },
    ];

    [Theory]
    [MemberData(nameof(Unwise))]
    public void Advice_names_the_problem_of_a_request(ImageRequest request, string finding)
        => Assert.Contains(
            ModelAdvice.Check(request, Now), said => said.Contains(finding, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Wise))]
    public void A_valid_request_or_an_unknown_model_gets_no_advice(ImageRequest request)
        => Assert.Empty(ModelAdvice.Check(request, Now));

    [Fact]
    public void Each_finding_is_logged_once()
    {
        using var logs = new CollectedLogs();
        var gate = new ModelChecker(new Log(logs));
        var options = new ImageClientOptions();

        gate.Check(Fox with { Size = new(1000, 1000) }, options);
        gate.Check(Fox with { Size = new(1000, 1000) }, options);
        gate.Check(Fox with { Size = new(1001, 1000) }, options);

        Assert.Equal(2, logs.Lines.Count);
        Assert.DoesNotContain("red fox", logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelChecks_Throw_refuses_a_bad_request_before_sending()
    {
        var service = new FakeService();
        using var client = service.CreateClient(options => options.ModelChecks = ImageModelChecks.Throw);

        var refused = await Assert.ThrowsAsync<ImageModelException>(() => client.GenerateAsync(
            Fox with { Size = new(1000, 1000) }, TestContext.Current.CancellationToken));

        Assert.Contains("1000x1000", Assert.Single(refused.Findings), StringComparison.Ordinal);
        Assert.Empty(service.Received);
    }

    [Fact]
    public void A_model_with_a_future_shutdown_date_gets_only_a_warning()
        => new ModelChecker(new Log(new CollectedLogs())).Check(
            Fox with { Model = "gpt-image-1" },
            new ImageClientOptions
            {
                ModelChecks = ImageModelChecks.Throw,
                TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now.AddMonths(-2)),
            });

    [Fact]
    public void The_catalogue_has_every_current_model_of_the_package()
        => Assert.All(
            [
                ImageModel.GptImage2, ImageModel.GptImage25Flare, ImageModel.GptImage25Sunburst,
                ImageModel.GptImage26Flare, ImageModel.GptImage26Sunburst,
            ],
            model => Assert.Null(ImageModelCatalog.Find(model)!.ShutdownDate));
}
