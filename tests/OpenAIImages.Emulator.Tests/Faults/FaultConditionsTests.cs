using System.Text;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Faults;

/// <summary>Conditions choose the requests that a fault strikes.</summary>
public sealed class FaultConditionsTests : IAsyncLifetime
{
    private Service _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await Service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_failure_lasts_until_it_is_disposed()
    {
        var failure = _service.Emulator.Fail(EmulatorFault.ServerError());
        var during = await SendAsync(2);

        failure.Dispose();
        var after = await SendAsync(1);

        Assert.Equal(new[] { 500, 500, 200 }, during.Concat(after));
        Assert.Equal(2, failure.Strikes);
    }

    [Fact]
    public async Task Failures_that_strike_once_each_are_played_in_their_order()
    {
        _service.Emulator.Fail(EmulatorFault.Quota(), times: 1);
        _service.Emulator.Fail(EmulatorFault.HtmlBadGateway(), times: 2);

        Assert.Equal(new[] { 429, 502, 502, 200 }, await SendAsync(4));
    }

    [Fact]
    public async Task A_skip_lets_the_first_requests_pass()
    {
        _service.Emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { Skip = 2, Times = 1 });

        Assert.Equal(new[] { 200, 200, 500, 200 }, await SendAsync(4));
    }

    [Fact]
    public async Task A_predicate_sees_the_request()
    {
        _service.Emulator.Fail(EmulatorFault.ServerError(), when: request => request.Count == 2);

        Assert.Equal(200, await SendAsync("""{"prompt":"a cat"}"""));
        Assert.Equal(500, await SendAsync("""{"prompt":"a cat","n":2}"""));
    }

    [Fact]
    public async Task A_header_reports_a_predicate_that_throws()
    {
        _service.Emulator.Fail(
            EmulatorFault.Quota(), when: _ => throw new InvalidOperationException("a mistake in the test"));

        var reply = await _service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(500, reply.Status);
        Assert.Equal("InvalidOperationException: a mistake in the test", reply.Headers["x-emulator-error"]);
    }

    [Fact]
    public async Task Words_in_the_prompt_choose_the_request_in_upper_or_lower_case()
    {
        _service.Emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { PromptContains = "dragon" });

        Assert.Equal(200, await SendAsync("""{"prompt":"a cat"}"""));
        Assert.Equal(500, await SendAsync("""{"prompt":"a red Dragon"}"""));
    }

    [Theory]
    [InlineData(null, 500, 500)]
    [InlineData("7", 500, 200)]
    public async Task A_header_chooses_the_request_by_name_and_by_value(string? value, int seven, int eight)
    {
        _service.Emulator.Fail(
            EmulatorFault.ServerError(), new FaultConditions { Header = "X-Test", HeaderValue = value });

        Assert.Equal(200, await SendAsync("""{"prompt":"a cat"}"""));
        Assert.Equal(seven, await SendAsync("""{"prompt":"a cat"}""", ("x-test", "7")));
        Assert.Equal(eight, await SendAsync("""{"prompt":"a cat"}""", ("x-test", "8")));
    }

    [Fact]
    public async Task A_share_with_a_seed_strikes_the_same_places_again()
    {
        var conditions = new FaultConditions { Share = 0.3, Seed = 7 };

        var first = _service.Emulator.Fail(EmulatorFault.ServerError(), conditions);
        var firstRun = await SendAsync(40);
        first.Dispose();
        _service.Emulator.Fail(EmulatorFault.ServerError(), conditions);
        var secondRun = await SendAsync(40);

        Assert.Equal(firstRun, secondRun);
        Assert.InRange(first.Strikes, 4, 24);
        Assert.Equal(first.Strikes, firstRun.Count(status => status == 500));
    }

    [Fact]
    public async Task A_fault_of_streams_does_not_strike_other_requests()
    {
        var failure = _service.Emulator.Fail(EmulatorFault.StreamError(), times: 1);

        Assert.Equal(200, await SendAsync("""{"prompt":"a cat"}"""));
        var stream = await _service.StreamAsync("""{"prompt":"a cat","stream":true}""");

        Assert.Equal("error", Assert.Single(Sse.Parse(stream)).Name);
        Assert.Equal(1, failure.Strikes);
    }

    [Fact]
    public async Task Other_routes_fail_only_if_the_conditions_say_so()
    {
        using (_service.Emulator.Fail(EmulatorFault.ServerError()))
        {
            Assert.Equal(200, await _service.SendRawAsync("models"));
        }

        _service.Emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { AllRoutes = true });
        Assert.Equal(500, await _service.SendRawAsync("models"));
    }

    [Fact]
    public async Task A_request_without_a_good_key_is_not_struck()
    {
        _service.Http.DefaultRequestHeaders.Authorization = null;
        var failure = _service.Emulator.Fail(EmulatorFault.ServerError());

        Assert.Equal(401, await SendAsync("""{"prompt":"a cat"}"""));
        Assert.Equal(0, failure.Strikes);
    }

    [Fact]
    public void Impossible_conditions_and_faults_are_refused()
    {
        var emulator = _service.Emulator;

        Assert.Throws<ArgumentNullException>(() => emulator.Fail(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => emulator.Fail(EmulatorFault.Quota(), times: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaultConditions { Skip = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaultConditions { Share = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFault { Status = 199 });
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.CutBody(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.SlowBody(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Late(TimeSpan.FromSeconds(-5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.RateLimit(TimeSpan.FromSeconds(-5)));
        Assert.Throws<ArgumentException>(() => new EmulatorFault { Headers = Header("a b", "c") });
        Assert.Throws<ArgumentException>(() => new EmulatorFault { Headers = Header("a", "b\r\nc") });
        Assert.Throws<ArgumentException>(() => new EmulatorFault { Headers = Header("content-length", "1") });
    }

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };

    private async Task<int[]> SendAsync(int count)
    {
        var statuses = new int[count];
        for (var index = 0; index < count; index++)
        {
            statuses[index] = await SendAsync("""{"prompt":"a cat"}""");
        }

        return statuses;
    }

    private async Task<int> SendAsync(string json, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/generations")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            message.Headers.Add(name, value);
        }

        using var reply = await _service.Http.SendAsync(message, Token);

        return (int)reply.StatusCode;
    }
}
