using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Callers;

/// <summary>The surroundings of a call.</summary>
internal sealed record CallSite(
    FaultScript Script, ScriptFaults Faults, FaultProxy Proxy, string Directory, Emissions Emissions)
{
    /// <summary>Gets the last change to the client's options.</summary>
    public Action<ImageClientOptions>? Configure { get; init; }
}
