using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Hosting;

/// <summary>Received requests show their fields.</summary>
public sealed class ReceivedFieldsTests : IAsyncLifetime
{
    private Service _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await Service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Fields_of_json_are_read()
    {
        await _service.GenerateAsync(
            """
            {
              "model": "local", "prompt": "a cat", "n": 2, "size": "64x32", "quality": "low", "output_format": "webp",
              "seed": 7, "lora": { "names": ["a", "b"] }, "user": null
            }
            """);

        var request = Assert.Single(_service.Emulator.Received);
        Assert.Equal(("local", "a cat", 2, "64x32"), (request.Model, request.Prompt, request.Count, request.Size));
        Assert.Equal(("low", "webp"), (request.Quality, request.OutputFormat));
        Assert.False(request.Streams);
        Assert.Null(request.PartialImages);
        Assert.Equal(
            new Dictionary<string, string?> { ["seed"] = "7", ["lora.names[0]"] = "a", ["lora.names[1]"] = "b" },
            request.ExtraFields);
        Assert.Equal("a cat", request.Fields["prompt"]);
        Assert.Null(request.Fields["user"]);
    }

    [Fact]
    public async Task Fields_of_a_stream_are_read()
    {
        await _service.StreamAsync("""{"prompt":"a cat","stream":true,"partial_images":1}""");

        var request = Assert.Single(_service.Emulator.Received);
        Assert.Equal((true, 1), (request.Streams, request.PartialImages));
    }

    [Fact]
    public async Task Images_and_mask_of_a_form_are_read()
    {
        var form = Form.Of(("prompt", "a hat"), ("n", "1"))
            .File("image[]", Samples.Png, fileName: "one.png")
            .File("image[]", Samples.Jpeg, "image/jpeg", "two.jpg")
            .File("mask", Samples.Mask, fileName: "mask.png");

        await _service.EditAsync(form);

        var request = Assert.Single(_service.Emulator.Received);
        Assert.Equal(("a hat", 1), (request.Prompt, request.Count));
        Assert.Equal(
            [("image", "one.png", "image/png"), ("image", "two.jpg", "image/jpeg")],
            request.Images.Select(image => (image.Field, image.Name!, image.MediaType!)));
        Assert.Equal(Samples.Jpeg, request.Images[1].Bytes.ToArray());
        Assert.Equal(Samples.Mask, request.Mask!.Bytes.ToArray());
        Assert.Null(request.Markup);
        Assert.Empty(request.ExtraFields);
    }

    [Fact]
    public async Task Images_of_a_json_edit_are_read_as_bytes_links_and_ids()
    {
        var data = $"data:image/png;base64,{Convert.ToBase64String(Samples.Png)}";

        await _service.EditAsync(
            $$"""
            {
              "prompt": "a hat",
              "images": [
                { "image_url": "{{data}}" }, { "image_url": "https://example.com/a.png" }, { "file_id": "file-1" }
              ]
            }
            """);

        var images = Assert.Single(_service.Emulator.Received).Images;
        Assert.Equal(Samples.Png, images[0].Bytes.ToArray());
        Assert.Equal(("image/png", null, null), (images[0].MediaType, images[0].Link, images[0].Name));
        Assert.Equal(("https://example.com/a.png", "file-1"), (images[1].Link, images[2].FileId));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_that_cannot_be_read_has_no_fields(string body)
    {
        await _service.GenerateAsync(body);

        var request = Assert.Single(_service.Emulator.Received);
        Assert.Null(request.Prompt);
        Assert.Empty(request.Fields);
        Assert.Empty(request.Images);
    }

    [Fact]
    public async Task Fields_of_the_wrong_type_read_as_null()
    {
        await _service.GenerateAsync("""{"prompt":1,"n":"many","stream":"yes"}""");

        var request = Assert.Single(_service.Emulator.Received);
        Assert.Equal((null, null, false), (request.Prompt, request.Count, request.Streams));
    }

    [Fact]
    public async Task Requests_have_numbers_in_the_order_of_arrival()
    {
        await _service.GenerateAsync("""{"prompt":"a cat"}""");
        await _service.SendRawAsync("models");

        Assert.Equal([1, 2], _service.Emulator.Received.Select(request => request.Number));
    }

    [Fact]
    public async Task A_request_shows_no_key()
    {
        await _service.GenerateAsync("""{"prompt":"a cat"}""");

        var request = Assert.Single(_service.Emulator.Received);
        Assert.Equal("Bearer sk-test", Assert.Single(request.Headers["authorization"]));
        Assert.DoesNotContain("sk-test", request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_waits_for_the_requests_it_expects()
    {
        _service.Emulator.Fail(EmulatorFault.Hang());
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = _service.Emulator.WaitForRequestsAsync(2, Token);

        var calls = ((string[])["first", "second"]).Select(prompt => _service.Http.PostAsync(
            "images/generations", new StringContent($$"""{"prompt":"{{prompt}}"}"""), leaving.Token)).ToArray();
        var received = await waiting;
        await leaving.CancelAsync();

        Assert.Equal(2, received.Count);
        Assert.Equal(2, (await _service.Emulator.WaitForRequestsAsync(1, Token)).Count);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
    }

    [Fact]
    public async Task A_wait_for_requests_ends_with_the_token_or_the_emulator()
    {
        using var impatient = new CancellationTokenSource();
        var cancelled = _service.Emulator.WaitForRequestsAsync(1, impatient.Token);
        var forlorn = _service.Emulator.WaitForRequestsAsync(1, Token);

        await impatient.CancelAsync();
        await _service.Emulator.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => forlorn);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _service.Emulator.WaitForRequestsAsync(0, Token));
    }
}
