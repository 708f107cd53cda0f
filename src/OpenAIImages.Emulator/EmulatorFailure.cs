using OpenAIImages.Emulator.Faults;

namespace OpenAIImages.Emulator;

/// <summary>A fault that an emulator shows from the call of <c>Fail</c> until this object is disposed of.</summary>
/// <remarks>Safe for concurrent use. A fault that lasts as long as its emulator needs no disposal.</remarks>
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

    /// <summary>Gets the fault.</summary>
    public EmulatorFault Fault { get; }

    /// <summary>Gets the number of requests that the fault has struck.</summary>
    /// <value>0 or more. The number stays after the failure is over. A request counts when it arrives, before its
    /// reply.</value>
    public int Strikes => _counter.Strikes;

    /// <summary>Ends the failure: the fault does not strike requests that arrive from now on.</summary>
    public void Dispose() => _book.Remove(this);

    /// <summary>Returns whether the fault strikes a request, and counts the strikes.</summary>
    /// <remarks>The book calls it for one request at a time.</remarks>
    internal bool Meets(ReceivedRequest request, bool asksForImages) => _counter.Meets(request, asksForImages);
}
