using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Callers;

/// <summary>The surroundings of a call.</summary>
internal sealed record CallSite(
    FaultScript Script, ScriptFaults Faults, FaultProxy Proxy, string Directory, Emissions Emissions)
{
    /// <summary>Gets what is set on the client's options after everything else.</summary>
    public Action<ImageClientOptions>? Configure { get; init; }
}
