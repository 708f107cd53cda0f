using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>One way in which a service, or what stands before it, misbehaves.</summary>
/// <param name="Name">The name of the fault in scripts.</param>
/// <param name="Ends">The ways in which a call may end that meets it, by the retry table alone.</param>
internal abstract record Fault(string Name, Ends Ends)
{
    /// <summary>Gets how a call ends that may not be repeated any more.</summary>
    public Ends Exhausted { get; init; } = Ends.Refused;

    /// <summary>Gets whether the client has to lose patience, so that limits have to be short.</summary>
    public bool TakesPatience { get; init; }

    /// <summary>Gets whether the service itself asks to pay again.</summary>
    public bool IsRepetitionAskedFor { get; init; }

    /// <summary>Gets how many pictures the client must have whole when the reply ends, at least.</summary>
    public virtual int LeastWhole(Order order) => 0;

    /// <summary>Serves one request.</summary>
    /// <returns>Whether the connection can be used again.</returns>
    public abstract Task<bool> ServeAsync(Exchange exchange);

    public sealed override string ToString() => Name;
}
