using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Calls;

public sealed class CallSettingsTests
{
    private static readonly GenerateImageRequest Request = new("a red fox") { Model = ImageModel.GptImage2 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_of_a_request_replace_those_of_the_client()
    {
        var service = new FakeService()
            .Replies(HttpStatusCode.ServiceUnavailable, "")
            .Replies(HttpStatusCode.OK, Bodies.Of(Bodies.Picture(10)))
            .Replies(HttpStatusCode.OK, Bodies.Of(Bodies.Picture(10)));
        var clock = new WaitingClock();
        using var client = service.CreateClient(options =>
        {
            options.MaxRetries = 1;
            options.TimeProvider = clock;
            options.Headers["x-tenant"] = "all";
            options.OrganizationId = "org-all";
        });

        await clock.RunAsync(client.GenerateAsync(
            Request with { Headers = Headers(("X-Tenant", "one"), ("OpenAI-Organization", "org-one")) }, Token));
        await client.GenerateAsync(Request, Token);

        Assert.Equal(["one", "one", "all"], Values("x-tenant"));
        Assert.Equal(["org-one", "org-one", "org-all"], Values("OpenAI-Organization"));

        IEnumerable<string> Values(string name)
            => service.Received.Select(call => Assert.Single(call.Message.Headers.GetValues(name)));
    }

    [Theory]
    [InlineData("Authorization", "Bearer x", "carries the key")]
    [InlineData("API-Key", "x", "carries the key")]
    [InlineData("Ocp-Apim-Subscription-Key", "x", "carries the key")]
    [InlineData("x-note", "a\r\nb: c", "line break")]
    [InlineData("x-note", "猫", "not ASCII")]
    [InlineData("x note", "a", "no header of a request")]
    [InlineData("a\nb", "a", "no header of a request")]
    [InlineData("Content-Type", "text/plain", "belongs to its content")]
    public void A_header_that_cannot_be_sent_is_refused_by_name(string name, string value, string words)
    {
        var refused = Assert.Throws<ArgumentException>(() => Request with { Headers = Headers((name, value)) });

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(nameof(ImageRequest.Headers), refused.ParamName);
    }

    [Fact]
    public async Task A_request_header_with_the_name_of_KeyHeader_is_refused_before_sending()
    {
        var service = new FakeService();
        using var client = service.CreateClient(options => options.KeyHeader = "x-secret");

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.GenerateAsync(Request with { Headers = Headers(("X-Secret", "a")) }, Token));

        Assert.Empty(service.Received);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_Timeout_of_a_request_replaces_that_of_the_client(bool hasOwnPipeline)
    {
        using var service = new ScriptedService().Hang();
        using var watched = new WatchedClient(service, options =>
        {
            options.MaxRetries = 0;
            if (hasOwnPipeline)
            {
                options.UsePipeline(Polly.ResiliencePipeline<HttpResponseMessage>.Empty);
            }
        });

        var call = watched.Client.GenerateAsync(Request with { Timeout = TimeSpan.FromMinutes(2) }, Token);
        await service.Hanging;
        watched.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        watched.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var late = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Contains("00:02:00", late.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(25 * 60)]
    public void A_Timeout_outside_its_range_is_refused(int minutes)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => Request with { Timeout = TimeSpan.FromMinutes(minutes) });

        Assert.Equal(nameof(ImageRequest.Timeout), refused.ParamName);
    }

    [Fact]
    public void Requests_with_different_headers_and_timeouts_are_equal()
    {
        var other = Request with { Headers = Headers(("x-tenant", "one")), Timeout = TimeSpan.FromMinutes(1) };

        Assert.Equal(Request, other);
        Assert.Equal(Request.GetHashCode(), other.GetHashCode());
        Assert.Equal("one", other.Headers["X-TENANT"]);
        Assert.Equal(TimeSpan.FromMinutes(1), other.Timeout);
        Assert.Empty(Request.Headers);
        Assert.Null(Request.Timeout);
    }

    private static Dictionary<string, string> Headers(params (string Name, string Value)[] headers)
        => headers.ToDictionary(header => header.Name, header => header.Value);
}
