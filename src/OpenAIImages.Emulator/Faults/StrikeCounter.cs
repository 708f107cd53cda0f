namespace OpenAIImages.Emulator.Faults;

/// <summary>Decides which requests a fault strikes, and counts them.</summary>
/// <remarks>Only <see cref="Strikes"/> is safe for concurrent use.</remarks>
internal sealed class StrikeCounter(EmulatorFault fault, FaultConditions conditions)
{
    private readonly Random _chance = new(conditions.Seed);
    private int _skipped;
    private int _strikes;

    public int Strikes => Volatile.Read(ref _strikes);

    public bool Meets(ReceivedRequest request, bool asksForImages)
    {
        if (_strikes >= conditions.Times || !IsMeant(request, asksForImages) || !IsChosen())
        {
            return false;
        }

        Volatile.Write(ref _strikes, _strikes + 1);

        return true;
    }

    private bool IsMeant(ReceivedRequest request, bool asksForImages)
        => (asksForImages || conditions.AllRoutes)
            && (!fault.NeedsStream || request.Streams)
            && HasHeader(request)
            && (conditions.PromptContains is not { } words
                || request.Prompt?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
            && conditions.When?.Invoke(request) != false;

    private bool HasHeader(ReceivedRequest request)
        => conditions.Header is not { } name
            || (request.Headers.TryGetValue(name, out var values)
                && (conditions.HeaderValue is not { } value || values.Contains(value, StringComparer.Ordinal)));

    // Skip and chance apply only to requests that meet the other conditions. The seed makes the chance repeatable.
    private bool IsChosen()
    {
        if (_skipped < conditions.Skip)
        {
            _skipped++;

            return false;
        }

        return conditions.Share >= 1 || _chance.NextDouble() < conditions.Share;
    }
}
