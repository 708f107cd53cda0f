using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>The connection is broken off before the whole request was read: nothing can have been made, though the
/// client cannot know.</summary>
internal sealed record Deaf(bool ReadsHeaders)
    : Fault(ReadsHeaders ? "Reset after request headers" : "Reset before request", Ends.Transport)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        if (ReadsHeaders)
        {
            await exchange.ReadHeadAsync();
        }

        return exchange.Reset();
    }
}
