using System.Text;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A refusal within the rules of HTTP that repeats the request in its phrase, a header or its body.</summary>
/// <param name="Status">The status, and what stands behind it.</param>
/// <param name="Headers">Its headers. Of all three, <c>{0}</c> is the request.</param>
/// <param name="Body">Its body.</param>
/// <param name="Ends">The ways in which a call may end that meets it.</param>
/// <param name="Encode">Writes the request into the body.</param>
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
