using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>One way in which a service, or a gateway before it, misbehaves.</summary>
/// <param name="Name">The name of the fault in scripts.</param>
/// <param name="Ends">The ways in which a call with this fault may end, by the retry table alone.</param>
internal abstract record Fault(string Name, Ends Ends)
{
    /// <summary>Gets the end of a call that the client may not repeat any more.</summary>
    public Ends Exhausted { get; init; } = Ends.Refused;

    /// <summary>Gets whether only a time limit of the client ends the call, so that it must be short.</summary>
    public bool TakesPatience { get; init; }

    /// <summary>Gets whether the service itself asks the client for a retry that it bills again.</summary>
    public bool IsRepetitionAskedFor { get; init; }

    /// <summary>Gets the least number of whole pictures that the client must have when the reply ends.</summary>
    public virtual int LeastWhole(Order order) => 0;

    /// <summary>Serves one request.</summary>
    /// <returns>Whether the connection can be used again.</returns>
    public abstract Task<bool> ServeAsync(Exchange exchange);

    public sealed override string ToString() => Name;
}
