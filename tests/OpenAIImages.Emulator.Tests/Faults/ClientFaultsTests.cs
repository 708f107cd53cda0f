using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Faults;

/// <summary>The client meets each ready-made fault over a real socket, and throws the exception for it.</summary>
public sealed class ClientFaultsTests : IAsyncLifetime
{
    private ImageEmulator _emulator = null!;
    private OpenAIImageClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions { Engine = new TinyEngine() }, Token);
        _client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "offline",
            Endpoint = _emulator.Endpoint,
            Model = ImageModel.GptImage2,
            MaxRetries = 0,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_rate_limit_is_an_ImageRateLimitException_with_its_wait()
    {
        _emulator.Fail(EmulatorFault.RateLimit(TimeSpan.FromSeconds(2.5)));

        var thrown = await Assert.ThrowsAsync<ImageRateLimitException>(GenerateAsync);

        Assert.Equal("rate_limit_exceeded", thrown.Code);
        Assert.Equal(TimeSpan.FromSeconds(2.5), thrown.RetryAfter);
    }

    [Fact]
    public async Task Spent_quota_is_an_ImageQuotaException()
    {
        _emulator.Fail(EmulatorFault.Quota());

        var thrown = await Assert.ThrowsAsync<ImageQuotaException>(GenerateAsync);

        Assert.Equal(("insufficient_quota", false), (thrown.Code, thrown.IsTransient));
    }

    [Fact]
    public async Task A_reached_billing_limit_is_an_ImageQuotaException()
    {
        _emulator.Fail(EmulatorFault.BillingLimit());

        var thrown = await Assert.ThrowsAsync<ImageQuotaException>(GenerateAsync);

        Assert.Equal("billing_hard_limit_reached", thrown.Code);
    }

    [Fact]
    public async Task A_wrong_key_is_an_ImageAuthenticationException()
    {
        _emulator.Fail(EmulatorFault.Authentication());

        var thrown = await Assert.ThrowsAsync<ImageAuthenticationException>(GenerateAsync);

        Assert.Equal("invalid_api_key", thrown.Code);
    }

    [Fact]
    public async Task Moderation_names_its_stage_and_its_categories()
    {
        _emulator.Fail(EmulatorFault.Moderation("sexual", "violence"));

        var thrown = await Assert.ThrowsAsync<ImageModerationException>(GenerateAsync);

        Assert.Equal(ImageModerationStage.Input, thrown.Stage);
        Assert.Equal(["sexual", "violence"], thrown.Categories);
    }

    [Fact]
    public async Task Moderation_of_the_output_names_the_output_stage()
    {
        _emulator.Fail(EmulatorFault.OutputModeration());

        var thrown = await Assert.ThrowsAsync<ImageModerationException>(GenerateAsync);

        Assert.Equal(ImageModerationStage.Output, thrown.Stage);
        Assert.Equal(["violence"], thrown.Categories);
    }

    [Fact]
    public async Task A_gateway_page_is_an_ImageApiException_with_an_excerpt_of_it()
    {
        _emulator.Fail(EmulatorFault.HtmlBadGateway());

        var thrown = await Assert.ThrowsAsync<ImageApiException>(GenerateAsync);

        Assert.Equal(502, (int)thrown.Status);
        Assert.Contains("502 Bad Gateway", thrown.BodyExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overloaded_service_is_an_ImageApiException_with_its_wait()
    {
        _emulator.Fail(EmulatorFault.Unavailable(TimeSpan.FromSeconds(1)));

        var thrown = await Assert.ThrowsAsync<ImageApiException>(GenerateAsync);

        Assert.Equal((503, TimeSpan.FromSeconds(1)), ((int)thrown.Status, thrown.RetryAfter));
    }

    [Fact]
    public async Task An_error_with_status_200_is_an_ImageApiException()
    {
        _emulator.Fail(EmulatorFault.ErrorWithOk());

        var thrown = await Assert.ThrowsAsync<ImageApiException>(GenerateAsync);

        Assert.Equal("server_error", thrown.Code);
    }

    [Fact]
    public async Task An_empty_body_is_an_ImageDecodeException()
    {
        _emulator.Fail(EmulatorFault.EmptyBody());

        await Assert.ThrowsAsync<ImageDecodeException>(GenerateAsync);
    }

    [Fact]
    public async Task Broken_base64_is_an_ImageDecodeException_that_names_the_member()
    {
        _emulator.Fail(EmulatorFault.BrokenBase64());

        var thrown = await Assert.ThrowsAsync<ImageDecodeException>(GenerateAsync);

        Assert.Contains("b64_json", thrown.Member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_body_is_an_ImageTransportException_that_may_have_been_billed()
    {
        _emulator.Fail(EmulatorFault.CutBody(afterBytes: 60));

        var thrown = await Assert.ThrowsAsync<ImageTransportException>(GenerateAsync);

        Assert.True(thrown.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_closed_connection_is_an_ImageTransportException()
    {
        _emulator.Fail(EmulatorFault.Disconnect());

        await Assert.ThrowsAsync<ImageTransportException>(GenerateAsync);
    }

    [Fact]
    public async Task A_cut_stream_gives_its_events_and_then_an_ImageTransportException()
    {
        _emulator.Fail(EmulatorFault.CutStream(afterEvents: 2));
        List<ImageStreamEvent> events = [];

        await Assert.ThrowsAsync<ImageTransportException>(() => StreamAsync(events));

        Assert.Equal([0, 1], events.OfType<PartialImageEvent>().Select(partial => partial.PartialImageIndex));
    }

    [Fact]
    public async Task An_error_in_a_stream_comes_after_its_partial_images()
    {
        _emulator.Fail(EmulatorFault.StreamError(afterPartials: 1));
        List<ImageStreamEvent> events = [];

        var thrown = await Assert.ThrowsAnyAsync<ImageApiException>(() => StreamAsync(events));

        Assert.Equal("server_error", thrown.Code);
        Assert.Single(events.OfType<PartialImageEvent>());
    }

    [Fact]
    public async Task The_time_limit_of_the_client_ends_a_call_that_hangs()
    {
        var clock = new FakeTimeProvider();
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "offline",
            Endpoint = _emulator.Endpoint,
            Model = ImageModel.GptImage2,
            TimeProvider = clock,
        });
        using var failure = _emulator.Fail(EmulatorFault.Hang());
        var request = new GenerateImageRequest("a cat") { Timeout = TimeSpan.FromMinutes(2) };

        var call = client.GenerateAsync(request, Token);
        await _emulator.WaitForRequestsAsync(1, Token);
        clock.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Single(_emulator.Received);
    }

    [Fact]
    public async Task A_retry_after_one_failure_gets_the_image()
    {
        using var patient = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "offline",
            Endpoint = _emulator.Endpoint,
            Model = ImageModel.GptImage2,
        });
        var failure = _emulator.Fail(EmulatorFault.RateLimit(TimeSpan.FromMilliseconds(1)), times: 1);

        var result = await patient.GenerateAsync("a cat", Token);

        Assert.Single(result.Images);
        Assert.Equal((1, 2), (failure.Strikes, _emulator.Received.Count));
    }

    private Task<ImageResult> GenerateAsync() => _client.GenerateAsync("a cat", Token);

    private async Task StreamAsync(List<ImageStreamEvent> events)
    {
        var request = new GenerateImageRequest("a cat") { PartialImages = 2 };
        await foreach (var next in _client.GenerateStreamingAsync(request, Token))
        {
            events.Add(next);
        }
    }
}
