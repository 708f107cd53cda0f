using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>The connection is broken off before the whole request was read: nothing can have been made. The client
/// knows where it had not yet written all of it, and repeats the call then.</summary>
internal sealed record Deaf(bool ReadsHeaders)
    : Fault(ReadsHeaders ? "Reset after request headers" : "Reset before request", Ends.Repeated | Ends.Transport)
{
    /// <summary>Gets how many bytes of the body are read, too.</summary>
    public int BodyBytes { get; init; }

    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        if (ReadsHeaders)
        {
            await exchange.ReadHeadAsync();
            await exchange.ReadSomeAsync(BodyBytes);
        }

        return exchange.Reset();
    }
}
