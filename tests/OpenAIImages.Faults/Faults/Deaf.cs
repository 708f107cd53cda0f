using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reset before the service has read the whole request, so that no picture is made.</summary>
/// <remarks>The client repeats the call if it knows that it had not yet written the whole request.</remarks>
internal sealed record Deaf(bool ReadsHeaders)
    : Fault(ReadsHeaders ? "Reset after request headers" : "Reset before request", Ends.Repeated | Ends.Transport)
{
    /// <summary>Gets how many bytes of the body the service reads after the headers.</summary>
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
