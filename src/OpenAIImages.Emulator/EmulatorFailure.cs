using OpenAIImages.Emulator.Faults;

namespace OpenAIImages.Emulator;

/// <summary>A fault that an emulator has been told to have, from <c>Fail</c> until it is disposed of.</summary>
/// <remarks>Safe for concurrent use. A fault that shall last as long as its emulator needs no disposal.</remarks>
public sealed class EmulatorFailure : IDisposable
{
    private readonly FaultBook _book;
    private readonly StrikeCounter _counter;

    internal EmulatorFailure(FaultBook book, EmulatorFault fault, FaultConditions conditions)
    {
        _book = book;
        Fault = fault;
        _counter = new StrikeCounter(fault, conditions);
    }

    /// <summary>Gets what goes wrong.</summary>
    public EmulatorFault Fault { get; }

    /// <summary>Gets how many requests the fault has struck.</summary>
    /// <value>0 or more; kept after the failure is over. A request counts when it arrives, before its reply.</value>
    public int Strikes => _counter.Strikes;

    /// <summary>Ends the failure: requests that arrive from now on are not struck.</summary>
    public void Dispose() => _book.Remove(this);

    /// <summary>Says whether a request is struck, and counts it. The book lets one request in at a time.</summary>
    internal bool Meets(ReceivedRequest request, bool asksForImages) => _counter.Meets(request, asksForImages);
}
