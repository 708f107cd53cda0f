using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OpenAIImages.Tests.Errors;

/// <summary>The client drops causes that may quote a reply, and passes the others on.</summary>
public sealed class WireQuoteTests
{
    private static readonly SocketException Refused = new((int)SocketError.ConnectionRefused);

    private static readonly HttpRequestException Quoting = new("Received an invalid status line: 'sk-secret'.");

    public static TheoryData<Exception, Type?> Causes => new()
    {
        { Quoting, null },
        { new HttpRequestException("sk-secret", new IOException("sk-secret")), null },
        { new IOException("sk-secret"), null },
        { new FormatException("sk-secret"), null },
        { new ProtocolViolationException("sk-secret"), null },
        { new WebException("sk-secret", WebExceptionStatus.ServerProtocolViolation), null },
        { new OperationCanceledException("cancelled", Quoting), null },
        { new TaskCanceledException("cancelled", new OperationCanceledException("cancelled", Quoting)), null },
        { new BrokenCircuitException("open", Quoting), null },
        { new TimeoutRejectedException("late", TimeSpan.FromSeconds(1), Quoting), null },
        { new AggregateException("sk-secret", Quoting), null },
        { new HttpRequestException("sk-secret", Refused), typeof(SocketException) },
        { new HttpRequestException("sk-secret", new IOException("lost", Refused)), typeof(IOException) },
        { new HttpRequestException("sk-secret", new AuthenticationException("no")), typeof(AuthenticationException) },
        { new TaskCanceledException("late", new TimeoutException("late")), typeof(TaskCanceledException) },
        { new WebException("no such host", WebExceptionStatus.NameResolutionFailure), typeof(WebException) },
        { new BrokenCircuitException("open"), typeof(BrokenCircuitException) },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void A_cause_is_passed_on_only_if_it_cannot_quote_the_reply(Exception cause, Type? passedOn)
    {
        var lost = ImageTransportException.ConnectionLost(cause);

        Assert.Equal(passedOn, lost.InnerException?.GetType());
        Assert.DoesNotContain("sk-secret", lost.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "sk-secret",
            PlatformCause.Cancelled(cause, TestContext.Current.CancellationToken).ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", PlatformCause.Clean(cause).ToString(), StringComparison.Ordinal);
        Assert.Equal(passedOn, PlatformCause.Clean(cause).InnerException?.GetType());
        Assert.DoesNotContain("before the reply: .", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_names_the_type_of_a_cause_that_is_dropped()
        => Assert.StartsWith(
            "The connection was lost before the reply: HttpRequestException;",
            ImageTransportException.ConnectionLost(Quoting).Message);

    [Fact]
    public void The_message_of_a_socket_fault_is_kept()
        => Assert.Contains(
            Refused.Message,
            ImageTransportException
                .CouldNotConnect("fake.test", new HttpRequestException("sk-secret", Refused), true)
                .Message);
}
