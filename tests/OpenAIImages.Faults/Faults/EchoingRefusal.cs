using System.Text;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A refusal within the rules of HTTP that repeats the request in its phrase, a header or its body.</summary>
/// <param name="Status">The status and its phrase. The request replaces <c>{0}</c>.</param>
/// <param name="Headers">The headers. The request replaces <c>{0}</c>.</param>
/// <param name="Body">The body. The request replaces <c>{0}</c>.</param>
/// <param name="Ends">The ways in which a call may end that meets this refusal.</param>
/// <param name="Encode">Encodes the request before it replaces <c>{0}</c>.</param>
internal sealed record EchoingRefusal(
    string Status, string Headers, string Body, Ends Ends, Func<string, string>? Encode = null)
    : Fault($"{Status} {Headers.ReplaceLineEndings(" ")} {Body}", Ends)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        var echo = Echo.Of(await exchange.ReadAsync());
        echo = Encode?.Invoke(echo) ?? echo;
        var reply = new WireReply(
            Status.Replace("{0}", echo, StringComparison.Ordinal),
            Headers.Replace("{0}", echo, StringComparison.Ordinal),
            Encoding.UTF8.GetBytes(Body.Replace("{0}", echo, StringComparison.Ordinal)));
        await exchange.SendAsync(reply.ToBytes(Framing.Length));

        return true;
    }
}
