using System.Globalization;
using System.Text;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reply with a status that is not a success.</summary>
internal sealed record Refusal(string Status, string Headers, string Body, Ends Ends)
    : Fault($"{Status} {Headers.ReplaceLineEndings(" ")}", Ends)
{
    /// <summary>Gets whether a busy service sends the reply without reading the request.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Gets whether the pictures are made and paid for nevertheless, and only the reply is lost.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Gets whether the last byte of the body never comes.</summary>
    public bool IsBodyCut { get; init; }

    public int Code => int.Parse(Status.AsSpan(0, 3), CultureInfo.InvariantCulture);

    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        if (!IsEarly)
        {
            _ = IsPaid ? null : await exchange.ReadAsync();
            _ = IsPaid ? await exchange.AnswerAsync() : null;
        }

        var reply = new WireReply(Status, Headers, Encoding.UTF8.GetBytes(Body));
        var wire = reply.ToBytes(Framing.Length);
        await exchange.SendAsync(wire.AsMemory(0, IsBodyCut ? wire.Length - 1 : wire.Length));

        return IsBodyCut ? await exchange.HoldAsync() : !IsEarly || exchange.Reset();
    }
}
