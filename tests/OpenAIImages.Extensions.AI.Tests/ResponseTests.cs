using Microsoft.Extensions.AI;
using OpenAIImages.Emulator;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>Each part of a reply has its place in the response.</summary>
public sealed class ResponseTests
{
    [Fact]
    public async Task Images_come_as_data_of_their_real_media_type()
    {
        var client = new RecordingClient
        {
            Result = new([ImageOutput.FromBytes(Pictures.Jpeg), ImageOutput.FromBytes(Pictures.Png)])
            {
                OutputFormat = ImageFileFormat.Png,
            },
        };

        var response = await client.GenerateAsync(null);

        Assert.Same(client.Result, response.RawRepresentation);
        var first = Assert.IsType<DataContent>(response.Contents[0]);
        Assert.Equal("image/jpeg", first.MediaType);
        Assert.Equal(Pictures.Jpeg, first.Data.ToArray());
        Assert.Same(client.Result.Images[0], first.RawRepresentation);
        Assert.Equal("image/png", Assert.IsType<DataContent>(response.Contents[1]).MediaType);
    }

    [Theory]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("webp", "image/webp")]
    [InlineData(null, "image/png")]
    public async Task Links_come_as_links_with_the_media_type_that_is_known(string? format, string mediaType)
    {
        var client = new RecordingClient
        {
            Result = new([ImageOutput.FromLink(new("https://cdn.test/cat.png"))]) { OutputFormat = format },
        };

        var response = await client.GenerateAsync(null);

        var link = Assert.IsType<UriContent>(Assert.Single(response.Contents));
        Assert.Equal((new Uri("https://cdn.test/cat.png"), mediaType), (link.Uri, link.MediaType));
    }

    [Fact]
    public async Task A_withheld_image_is_reported_in_its_place()
    {
        var client = new RecordingClient
        {
            Result = new(
            [
                new ImageOutput { ContentFilterResults = [new("violence") { IsFiltered = true }, new("hate")] },
                ImageOutput.FromBytes(Pictures.Png),
            ]),
        };

        var response = await client.GenerateAsync(new() { Count = 2 });

        var error = Assert.IsType<ErrorContent>(response.Contents[0]);
        Assert.Equal(("image_withheld", "Filtered: violence"), (error.ErrorCode, error.Details));
        Assert.Same(client.Result.Images[0], error.RawRepresentation);
        Assert.IsType<DataContent>(response.Contents[1]);
        Assert.Equal(2, response.Contents.Count);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 3)]
    public async Task Missing_images_of_the_reply_are_reported(int given, int? wanted)
    {
        var images = Enumerable.Repeat(ImageOutput.FromBytes(Pictures.Png), given);
        var client = new RecordingClient { Result = new([.. images]) };

        var response = await client.GenerateAsync(new() { Count = wanted });

        var error = Assert.IsType<ErrorContent>(response.Contents[^1]);
        Assert.Equal("images_missing", error.ErrorCode);
        Assert.Contains($"{given} images, and {wanted ?? 1} were", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_decorator_saved_comes_as_its_address()
    {
        var path = Path.Combine(Path.GetTempPath(), "cat.png");
        var client = new RecordingClient
        {
            Result = new([ImageOutput.FromSavedFile(path, 10, ImageMediaType.Png)]),
        };

        var response = await client.GenerateAsync(null);

        Assert.Equal(new Uri(path), Assert.IsType<UriContent>(Assert.Single(response.Contents)).Uri);
    }

    [Fact]
    public async Task A_revised_prompt_and_unknown_members_are_properties_of_the_image()
    {
        var client = new RecordingClient
        {
            Result = new(
            [
                ImageOutput.FromBytes(Pictures.Png) with
                {
                    RevisedPrompt = "a small cat",
                    Extra = ExtraFields.Empty.With("generation_id", "g-1"),
                },
            ]),
        };

        var response = await client.GenerateAsync(null);

        var properties = Assert.Single(response.Contents).AdditionalProperties!;
        Assert.Equal("a small cat", properties["revised_prompt"]);
        Assert.Equal("g-1", properties["generation_id"]!.ToString());
    }

    [Fact]
    public async Task Usage_has_every_count_of_the_reply()
    {
        var client = new RecordingClient
        {
            Result = new([ImageOutput.FromBytes(Pictures.Png)])
            {
                Usage = new()
                {
                    TotalTokens = 100,
                    InputTokens = 40,
                    OutputTokens = 60,
                    InputDetails = new() { TextTokens = 10, ImageTokens = 30, CachedTokens = 5 },
                    OutputDetails = new() { TextTokens = 2, ImageTokens = 58 },
                },
                SvgUsage = new() { InputTokens = 7, OutputTokens = 8, ReasoningTokens = 3, TotalTokens = 15 },
            },
        };

        var usage = (await client.GenerateAsync(null)).Usage!;

        Assert.Equal((40, 60, 100), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount));
        Assert.Equal(5, usage.CachedInputTokenCount);
        Assert.Equal((10, 2), (usage.InputTextTokenCount, usage.OutputTextTokenCount));
        Assert.Equal(
            new Dictionary<string, long>
            {
                ["InputTokenDetails.ImageTokenCount"] = 30,
                ["InputTokenDetails.TextTokenCount"] = 10,
                ["OutputTokenDetails.ImageTokenCount"] = 58,
                ["SvgUsage.InputTokenCount"] = 7,
                ["SvgUsage.OutputTokenCount"] = 8,
                ["SvgUsage.ReasoningTokenCount"] = 3,
                ["SvgUsage.TotalTokenCount"] = 15,
            },
            usage.AdditionalCounts!.ToDictionary(count => count.Key, count => count.Value));
    }

    [Fact]
    public async Task Usage_that_the_server_does_not_report_is_null()
    {
        var none = await new RecordingClient().GenerateAsync(null);
        var some = await new RecordingClient
        {
            Result = new([ImageOutput.FromBytes(Pictures.Png)]) { Usage = new() { TotalTokens = 9 } },
        }.GenerateAsync(null);

        Assert.Null(none.Usage);
        Assert.Equal(9, some.Usage!.TotalTokenCount);
        Assert.Null(some.Usage.InputTokenCount);
        Assert.Null(some.Usage.AdditionalCounts);
    }

    [Fact]
    public async Task An_edit_over_the_wire_counts_its_input_images()
    {
        await using var emulator = await ImageEmulator.StartAsync(
            new() { MaxPictureEdge = 64 }, TestContext.Current.CancellationToken);
        using var client = Emulated.Client(emulator);
        var generator = client.AsImageGenerator();
        var drawn = await generator.GenerateImagesAsync(
            "a cat", cancellationToken: TestContext.Current.CancellationToken);

        var edited = await generator.EditImagesAsync(
            drawn.Contents, "a hat", cancellationToken: TestContext.Current.CancellationToken);

        var counts = edited.Usage!.AdditionalCounts!;
        Assert.True(counts["InputTokenDetails.ImageTokenCount"] > 0);
        Assert.Equal(
            edited.Usage.InputTokenCount,
            counts["InputTokenDetails.ImageTokenCount"] + counts["InputTokenDetails.TextTokenCount"]);
    }
}
