using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.ErrorReplies;

public sealed class ErrorReplyBodyTests : IDisposable
{
    private const string Begun = """{"error":{"message":"No.","code":"invalid_value"},"more":[""";

    private readonly FakeTimeProvider _clock = new();

    private readonly DrippingStream _body = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _body.Dispose();

    [Fact]
    public async Task An_endless_body_is_read_up_to_16_KiB()
    {
        using var reply = Reply();
        for (var i = 0; i < 100; i++)
        {
            _body.Drip(i == 0 ? Begun : new string(' ', 1000));
        }

        var refused = await ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), Token);

        Assert.Equal("invalid_value", refused.Code);
        Assert.Equal(16 * 1024, (await reply.Content.ReadAsByteArrayAsync(Token)).Length);
    }

    [Fact]
    public async Task A_slow_body_is_awaited_for_five_seconds()
    {
        using var reply = Reply();
        _body.Drip(Begun);

        var decoding = ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), Token);
        Assert.False(decoding.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("invalid_value", (await decoding).Code);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_read_as_far_as_it_arrived()
    {
        using var reply = Reply();
        _body.Drip(Begun);
        _body.Fail(new IOException("Connection reset by peer."));

        var refused = await ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), Token);

        Assert.Equal(("invalid_value", "No."), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_failed_reply_can_be_decoded_twice()
    {
        using var reply = Reply();
        _body.Drip(Begun);
        _body.End();

        var first = await ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), Token);
        var second = await ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), Token);

        Assert.Equal((first.Code, first.Message), (second.Code, second.Message));
    }

    [Fact]
    public async Task A_cancelled_decoding_throws_with_the_callers_token()
    {
        using var reply = Reply();
        using var cancel = new CancellationTokenSource();

        var decoding = ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), cancel.Token);
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decoding);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task Any_bytes_give_an_ImageApiException()
    {
        var random = new Random(Seed: 1);
        for (var i = 0; i < 500; i++)
        {
            var bytes = Encoding.UTF8.GetBytes("""[{"error":{"message":"a\"\u0041","code":1.5e3,"x":[true,null]}}]""");
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var reply = new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new ByteArrayContent(bytes, 0, random.Next(bytes.Length + 1)),
            };

            Assert.NotNull(await ErrorDecoder.DecodeAsync(reply, new ErrorContext(_clock), Token));
        }
    }

    private HttpResponseMessage Reply()
        => new(HttpStatusCode.BadRequest) { Content = new StreamContent(_body) };
}
