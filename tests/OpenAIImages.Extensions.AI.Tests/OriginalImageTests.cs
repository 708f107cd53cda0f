using Microsoft.Extensions.AI;
using OpenAIImages.Emulator;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>Original images of every kind are sent in order.</summary>
public sealed class OriginalImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_and_file_ids_and_data_reach_the_wire_in_order()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();

        await client.AsImageGenerator().EditImagesAsync(
            [
                new UriContent("https://example.test/cat.png", "image/png"),
                new HostedFileContent("file-1"),
                new DataContent(Pictures.Png, "image/png"),
            ],
            "side by side",
            cancellationToken: Token);

        AssertJson.Equal(
            $$"""
            {
              "prompt": "side by side", "model": "gpt-image-2",
              "images": [
                { "image_url": "https://example.test/cat.png" },
                { "file_id": "file-1" },
                { "image_url": "data:image/png;base64,{{Convert.ToBase64String(Pictures.Png)}}" }
              ]
            }
            """,
            wire.Json);
        Assert.Equal("/v1/images/edits", wire.Sent[0].Path);
    }

    [Fact]
    public async Task Files_are_uploaded_in_order_under_their_names()
    {
        await using var emulator = await ImageEmulator.StartAsync(new() { MaxPictureEdge = 64 }, Token);
        using var client = Emulated.Client(emulator);
        var generator = client.AsImageGenerator();
        var drawn = await generator.GenerateImagesAsync("a cat", new() { Count = 2 }, Token);
        var first = (DataContent)drawn.Contents[0];
        first.Name = "first.png";

        await generator.EditImagesAsync(drawn.Contents, "side by side", cancellationToken: Token);

        var images = emulator.Received[1].Images;
        Assert.Equal(2, images.Count);
        Assert.Equal("first.png", images[0].Name);
        Assert.Equal(first.Data.ToArray(), images[0].Bytes.ToArray());
        Assert.Equal(((DataContent)drawn.Contents[1]).Data.ToArray(), images[1].Bytes.ToArray());
    }

    [Fact]
    public async Task The_bytes_count_more_than_the_declared_media_type()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(
            null, new DataContent(Pictures.Jpeg, "image/png"), new DataContent(new byte[] { 1, 2 }, "image/x-new"));

        var images = client.Only<EditImageRequest>().Images;
        Assert.Equal(ImageMediaType.Jpeg, images[0].MediaType);
        Assert.Equal("image/x-new", images[1].MediaType.ToString());
    }

    [Fact]
    public async Task An_input_of_the_client_is_sent_as_the_raw_form_of_any_content()
    {
        var client = new RecordingClient();
        var input = ImageInput.FromFile("cat.png");

        await client.GenerateAsync(null, new AIContent { RawRepresentation = input });

        Assert.Same(input, client.Only<EditImageRequest>().Images.Single());
    }

    [Fact]
    public async Task Originals_are_enumerated_once()
    {
        var client = new RecordingClient();
        var enumerations = 0;

        await client.AsImageGenerator().EditImagesAsync(Originals(), "a hat", cancellationToken: Token);

        Assert.Equal(1, enumerations);
        Assert.Equal(2, client.Only<EditImageRequest>().Images.Count);

        IEnumerable<AIContent> Originals()
        {
            enumerations++;
            yield return new HostedFileContent("file-1");
            yield return new HostedFileContent("file-2");
        }
    }

    [Fact]
    public async Task A_list_without_images_is_a_generation()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(null, []);

        client.Only<GenerateImageRequest>();
    }

    [Fact]
    public async Task Content_that_is_not_an_image_is_refused_by_its_place()
    {
        (AIContent? Content, string Word)[] cases =
        [
            (new TextContent("a cat"), "TextContent"),
            (new UriContent("http://example.test/cat.png", "image/png"), "https"),
            (new UriContent("file:///etc/cat.png", "image/png"), "https"),
            (new HostedFileContent("file-1") { Scope = "container-1" }, "Scope"),
            (new ErrorContent("withheld"), "ErrorContent"),
        ];

        foreach (var (content, word) in cases)
        {
            var client = new RecordingClient();

            var refusal = await Assert.ThrowsAsync<NotSupportedException>(
                () => client.GenerateAsync(null, new HostedFileContent("file-0"), content!));

            Assert.StartsWith("OriginalImages[1] ", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
            Assert.Empty(client.Requests);
        }
    }

    [Fact]
    public async Task An_image_that_is_missing_or_empty_is_refused_by_its_place()
    {
        var client = new RecordingClient();

        var missing = await Assert.ThrowsAsync<ArgumentException>(() => client.GenerateAsync(null, [null!]));
        var empty = await Assert.ThrowsAsync<ArgumentException>(
            () => client.GenerateAsync(null, new DataContent(ReadOnlyMemory<byte>.Empty, "image/png")));

        Assert.StartsWith("OriginalImages[0] ", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("OriginalImages[0] ", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seventeenth_image_is_refused_and_none_is_left_out()
    {
        var client = new RecordingClient();
        AIContent[] originals = [.. Enumerable.Range(0, 17).Select(i => new HostedFileContent($"file-{i}"))];

        await Assert.ThrowsAsync<ArgumentException>(() => client.GenerateAsync(null, originals));

        Assert.Empty(client.Requests);
    }
}
