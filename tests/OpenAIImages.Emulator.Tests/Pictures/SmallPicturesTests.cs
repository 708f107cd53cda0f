using OpenAIImages.Emulator.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Pictures;

/// <summary>The emulator can make small pictures for tests that do not look at them.</summary>
public sealed class SmallPicturesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_picture_keeps_its_shape_and_the_reply_gives_the_requested_size()
    {
        await using var emulator = await StartAsync();
        using var client = Client(emulator);

        var result = await client.GenerateAsync(
            new GenerateImageRequest("a red fox") { Size = new ImageSize(1_536, 1_024) }, Token);

        using var picture = SKBitmap.Decode(result.Images[0].Bytes.Span);
        Assert.Equal((64, 43), (picture.Width, picture.Height));
        Assert.Equal(new ImageSize(1_536, 1_024), result.Size);
        Assert.Equal(5_488, result.Usage!.OutputTokens);
    }

    [Fact]
    public async Task A_small_edit_also_has_small_partial_images()
    {
        await using var emulator = await StartAsync();
        using var client = Client(emulator);
        var request = new EditImageRequest("a hat", ImageInput.FromBytes(Samples.Png)) { PartialImages = 1 };
        List<ImageOutput> images = [];

        await foreach (var next in client.EditStreamingAsync(request, Token))
        {
            images.Add(next switch
            {
                PartialImageEvent partial => partial.Image,
                CompletedImageEvent completed => completed.Image,
                _ => throw new InvalidOperationException(next.ToString()),
            });
        }

        Assert.Equal(2, images.Count);
        Assert.All(images, image => Assert.Equal(64, SKBitmap.DecodeBounds(image.Bytes.Span).Width));
    }

    [Fact]
    public async Task A_picture_below_the_limit_is_drawn_at_its_own_size()
    {
        await using var emulator = await StartAsync();
        using var client = Client(emulator);

        var result = await client.GenerateAsync(
            new GenerateImageRequest("a red fox") { Model = "local", Size = new ImageSize(48, 32) }, Token);

        Assert.Equal(48, SKBitmap.DecodeBounds(result.Images[0].Bytes.Span).Width);
    }

    private static Task<ImageEmulator> StartAsync()
        => ImageEmulator.StartAsync(new ImageEmulatorOptions { MaxPictureEdge = 64 }, Token);

    private static OpenAIImageClient Client(ImageEmulator emulator) => new(new ImageClientOptions
    {
        ApiKey = "offline",
        Endpoint = emulator.Endpoint,
        Model = ImageModel.GptImage2,
    });
}
