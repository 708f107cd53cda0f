namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>Our client calls the offline service over a real socket and gets real pictures.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private static readonly ImageSize Small = new(1_024, 640);

    private ImageEmulator _emulator = null!;
    private OpenAIImageClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(
            new ImageEmulatorOptions { RetiredModels = RetiredModelHandling.Serve }, Token);
        _client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "offline",
            Endpoint = _emulator.Endpoint,
            ModelChecks = ImageModelChecks.Off,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_prompt_becomes_a_picture_of_the_requested_size()
    {
        var result = await _client.GenerateAsync(
            new GenerateImageRequest("一只可爱的猫在草地上玩耍") { Model = ImageModel.GptImage2, Size = Small }, Token);

        var image = Assert.Single(result.Images);
        Assert.Equal(ImageMediaType.Png, image.MediaType);
        Assert.Equal(Small, result.Size);
        var canvas = ImageMask.For(image.Bytes.Span);
        Assert.Equal((Small.Width, Small.Height), (canvas.Width, canvas.Height));
        Assert.Equal(result.Usage!.TotalTokens, result.Usage.InputTokens + result.Usage.OutputTokens);
        Assert.StartsWith("req_", result.RequestId, StringComparison.Ordinal);
        Assert.NotNull(result.RateLimits);
    }

    [Fact]
    public async Task A_mask_keeps_the_pixels_outside_of_it()
    {
        var source = await PaintAsync("a cat on the grass");
        var mask = ImageMask.For(source.Span).AddRectangle(256, 160, 512, 320).ToMask();

        var edited = await _client.EditAsync(
            new EditImageRequest("a white rabbit", ImageInput.FromBytes(source))
            {
                Model = ImageModel.GptImage2,
                Mask = mask,
                Size = Small,
            },
            Token);

        Assert.True(edited.Usage!.InputDetails!.ImageTokens > 0);
        using var before = SkiaSharp.SKBitmap.Decode(source.Span);
        using var after = SkiaSharp.SKBitmap.Decode(edited.Images[0].Bytes.Span);
        Assert.All(
            Outside(), place => Assert.Equal(before.GetPixel(place.X, place.Y), after.GetPixel(place.X, place.Y)));
        Assert.NotEqual(before.GetPixel(512, 320), after.GetPixel(512, 320));

        static IEnumerable<(int X, int Y)> Outside()
            => from x in Enumerable.Range(0, 64)
               from y in Enumerable.Range(0, 40)
               where x * 16 is < 256 or >= 768 || y * 16 is < 160 or >= 480
               select (x * 16, y * 16);
    }

    [Fact]
    public async Task Several_pictures_are_sent_in_order_and_a_stream_is_left_open()
    {
        var first = await PaintAsync("a red apple");
        using var stream = new MemoryStream((await PaintAsync("a blue bird")).ToArray());

        await _client.EditAsync(
            new EditImageRequest("both", [ImageInput.FromBytes(first, "one.png"), ImageInput.FromStream(stream)])
            {
                Model = ImageModel.GptImage2,
            },
            Token);

        var body = _emulator.Received[^1].BodyText;
        Assert.Contains("name=\"image[]\"; filename=\"one.png\"", body, StringComparison.Ordinal);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Images_in_data_links_are_sent_as_json()
    {
        var source = await PaintAsync("a red apple");
        var link = new Uri($"data:image/png;base64,{Convert.ToBase64String(source.Span)}");

        var edited = await _client.EditAsync(
            new EditImageRequest("at night", ImageInput.FromLink(link)) { Model = ImageModel.GptImage2 }, Token);

        Assert.Single(edited.Images);
    }

    [Fact]
    public async Task A_variation_is_made_if_the_service_still_serves_variations()
    {
        var square = await PaintAsync("a red apple", ImageSize.Square);

        var result = await _client.CreateVariationAsync(
            new CreateVariationRequest(ImageInput.FromBytes(square))
            {
                Model = "dall-e-2",
                Size = new(256, 256),
                Delivery = ImageDelivery.Inline,
            },
            Token);

        Assert.Equal(256, ImageMask.For(result.Images[0].Bytes.Span).Width);
    }

    [Fact]
    public async Task Partial_pictures_come_before_the_finished_one()
    {
        List<ImageStreamEvent> events = [];

        await foreach (var next in _client.GenerateStreamingAsync(
            new GenerateImageRequest("a cat") { Model = ImageModel.GptImage2, Size = Small, PartialImages = 2 }, Token))
        {
            events.Add(next);
        }

        Assert.StartsWith("req_", events[0].RequestId, StringComparison.Ordinal);
        Assert.Equal([0, 1], events.OfType<PartialImageEvent>().Select(partial => partial.PartialImageIndex));
        var completed = Assert.IsType<CompletedImageEvent>(events[^1]);
        Assert.Equal(ImageMediaType.Png, completed.Image.MediaType);
        Assert.NotNull(completed.Usage);
    }

    [Fact]
    public async Task An_edit_can_stream_and_saves_its_file()
    {
        var directory = Directory.CreateTempSubdirectory("openai-images-tests-");
        try
        {
            var source = await PaintAsync("a cat");
            var path = Path.Combine(directory.FullName, "edited");
            ImageOutput? image = null;
            await foreach (var next in _client.EditStreamingAsync(
                new EditImageRequest("in the snow", ImageInput.FromBytes(source)) { Model = ImageModel.GptImage2 },
                ImageDestination.File(path),
                Token))
            {
                image = (next as CompletedImageEvent)?.Image ?? image;
            }

            Assert.Equal(path + ".png", image!.SavedPath);
            Assert.Equal(image.Length, new FileInfo(image.SavedPath!).Length);
            Assert.Single(directory.EnumerateFiles());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_link_is_fetched_without_the_key()
    {
        var linked = await _client.GenerateAsync(
            new GenerateImageRequest("a red apple") { Model = "dall-e-3", Size = ImageSize.Square }, Token);
        using var copy = new MemoryStream();

        await _client.DownloadAsync(linked.Images[0], copy, cancellationToken: Token);

        Assert.NotNull(linked.Images[0].Link);
        Assert.Equal(ImageMediaType.Png, ImageMediaType.Detect(copy.ToArray()));
        var fetched = _emulator.Received[^1];
        Assert.Equal("GET", fetched.Method);
        Assert.False(fetched.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_client_reports_a_refusal_in_the_words_of_the_service()
    {
        var refused = await Assert.ThrowsAsync<ImageApiException>(() => _client.GenerateAsync(
            new GenerateImageRequest("a cat") { Model = ImageModel.GptImage2, Size = new ImageSize(1_000, 1_000) },
            Token));
        var moderated = await Assert.ThrowsAsync<ImageModerationException>(() => _client.GenerateAsync(
            new GenerateImageRequest("[moderate] a cat") { Model = ImageModel.GptImage2 }, Token));

        Assert.Equal("size", refused.Parameter);
        Assert.NotEmpty(moderated.Categories);
    }

    private async Task<ReadOnlyMemory<byte>> PaintAsync(string prompt, ImageSize? size = null)
        => (await _client.GenerateAsync(
            new GenerateImageRequest(prompt) { Model = ImageModel.GptImage2, Size = size ?? Small }, Token))
            .Images[0].Bytes;
}
