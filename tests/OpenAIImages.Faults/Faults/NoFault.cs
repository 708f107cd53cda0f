using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A right reply, perhaps in an unusual form.</summary>
internal sealed record NoFault(Framing Framing) : Fault($"well ({Framing})", Ends.Right)
{
    /// <summary>Gets the bytes before the reply, such as an interim reply.</summary>
    public string Before { get; init; } = "";

    /// <summary>Gets whether the service closes the connection afterwards without announcing it.</summary>
    public bool IsLast { get; init; }

    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        var reply = await exchange.AnswerAsync();
        await exchange.SendAsync(System.Text.Encoding.ASCII.GetBytes(Before));
        await exchange.SendAsync(reply.ToBytes(Framing));

        return Framing != Framing.Close && !IsLast || await exchange.CloseAsync();
    }
}
