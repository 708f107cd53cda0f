using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

public sealed class StallGuardStreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_that_arrive_are_handed_on()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);
        var buffer = new byte[8];

        source.Drip("abc");
        var atOnce = await body.ReadAsync(buffer, Token);
        var later = body.ReadAsync(buffer.AsMemory(3), Token);
        _clock.Advance(Limit - TimeSpan.FromTicks(1));
        source.Drip("de");
        var more = await later;
        source.End();

        Assert.Equal("abcde", Encoding.UTF8.GetString(buffer, 0, atOnce + more));
        Assert.Equal(0, await body.ReadAsync(buffer, Token));
    }

    [Fact]
    public async Task A_body_that_stalls_is_a_fault()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);

        var reading = body.ReadAsync(new byte[8], Token).AsTask();
        _clock.Advance(Limit);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => reading);
        Assert.Equal("The reply stalled: no byte arrived for 00:01:00.", fault.Message);
    }

    [Fact]
    public async Task A_slow_body_is_not_stalled()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);

        for (var i = 0; i < 100; i++)
        {
            var reading = body.ReadAsync(new byte[8], Token).AsTask();
            _clock.Advance(Limit - TimeSpan.FromSeconds(1));
            source.Drip("x");

            Assert.Equal(1, await reading);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 0)]
    [InlineData(59, 0)]
    [InlineData(0, 90)]
    public async Task Each_read_has_the_whole_limit(int secondsOfTheFirst, int secondsBetween)
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);
        var first = body.ReadAsync(new byte[8], Token).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(secondsOfTheFirst));
        source.Drip("x");
        await first;
        _clock.Advance(TimeSpan.FromSeconds(secondsBetween));

        var second = body.ReadAsync(new byte[8], Token).AsTask();
        _clock.Advance(Limit - TimeSpan.FromTicks(1));
        var isWaiting = !second.IsCompleted;
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(isWaiting);
        await Assert.ThrowsAsync<ImageTransportException>(() => second);
    }

    [Fact]
    public async Task A_slow_reader_is_not_a_stall()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);

        var first = body.ReadAsync(new byte[8], Token).AsTask();
        source.Drip("x");
        await first;
        _clock.Advance(TimeSpan.FromHours(1));
        source.Drip("y");

        Assert.Equal(1, await body.ReadAsync(new byte[8], Token));
    }

    [Fact]
    public async Task A_lost_connection_is_an_ImageTransportException()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);

        var reading = body.ReadAsync(new byte[8], Token).AsTask();
        var reset = new SocketException((int)SocketError.ConnectionReset);
        source.Fail(new IOException("Unable to read data.", reset));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => reading);
        Assert.Equal($"The connection was lost while the reply arrived: {reset.Message}.", fault.Message);
    }

    [Fact]
    public async Task A_cancelled_read_throws_with_the_callers_token()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);
        using var cancel = new CancellationTokenSource();

        var reading = body.ReadAsync(new byte[8], cancel.Token).AsTask();
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task The_older_read_method_is_guarded()
    {
        using var source = new DrippingStream();
        using var body = Guarded(source);

        var reading = body.CopyToAsync(Stream.Null, Token);
        _clock.Advance(Limit);

        await Assert.ThrowsAsync<ImageTransportException>(() => reading);
    }

    [Fact]
    public async Task The_first_byte_has_a_longer_limit()
    {
        using var source = new DrippingStream();
        using var body = new StallGuardStream(source, Limit * 3, Limit, _clock);

        var reading = body.ReadAsync(new byte[8], Token).AsTask();
        _clock.Advance(Limit * 2);
        source.Drip("a");
        Assert.Equal(1, await reading);
        reading = body.ReadAsync(new byte[8], Token).AsTask();
        _clock.Advance(Limit);

        await Assert.ThrowsAsync<ImageTransportException>(() => reading);
    }

    [Fact]
    public async Task The_transport_guards_the_bodies_it_opens()
    {
        using var service = new ScriptedService().Reply(200, "made");
        using var wire = new Wire(service);
        using var reply = await wire.PostAsync();

        await using var body = await ImageTransport.OpenBodyAsync(reply, wire.Options, Token);

        Assert.IsType<StallGuardStream>(body);
        using var text = new StreamReader(body);
        Assert.Equal("made", await text.ReadToEndAsync(Token));
    }

    private StallGuardStream Guarded(Stream source) => new(source, Limit, Limit, _clock);
}
