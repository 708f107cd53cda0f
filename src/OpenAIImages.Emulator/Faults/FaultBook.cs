namespace OpenAIImages.Emulator.Faults;

/// <summary>Keeps the failures of an emulator, oldest first.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class FaultBook
{
    private readonly object _lock = new();
    private readonly List<EmulatorFailure> _failures = [];

    public EmulatorFailure Add(EmulatorFault fault, FaultConditions conditions)
    {
        var failure = new EmulatorFailure(this, fault, conditions);
        lock (_lock)
        {
            _failures.Add(failure);
        }

        return failure;
    }

    public void Remove(EmulatorFailure failure)
    {
        lock (_lock)
        {
            _failures.Remove(failure);
        }
    }

    /// <summary>Finds the fault of the oldest failure that strikes a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="asksForImages">Whether the request is a generation, an edit or a variation.</param>
    /// <returns>The fault, or <see langword="null"/> when no failure strikes the request.</returns>
    public EmulatorFault? Find(ReceivedRequest request, bool asksForImages)
    {
        lock (_lock)
        {
            // The caller's condition may end a failure and so change the list: the search uses a copy.
            return _failures.ToArray().FirstOrDefault(failure => failure.Meets(request, asksForImages))?.Fault;
        }
    }
}
