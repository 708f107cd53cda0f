namespace OpenAIImages.Painter.Grading;

/// <summary>The right and wrong slots of one prompt.</summary>
internal sealed class Grade
{
    private readonly Dictionary<Slot, (int Right, int Asked)> _slots = [];

    public IReadOnlyDictionary<Slot, (int Right, int Asked)> Slots => _slots;

    /// <summary>Gets the mistakes, one line each.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Gets the objects that the prompt does not ask for.</summary>
    public List<string> WrongObjects { get; } = [];

    public bool AllRight => Faults.Count == 0;

    public void Ask(Slot slot, bool right, string fault)
    {
        var (before, asked) = _slots.GetValueOrDefault(slot);
        _slots[slot] = (before + (right ? 1 : 0), asked + 1);
        if (!right)
        {
            Faults.Add($"{slot}: {fault}");
        }
    }

    public void AddWrongObject(string what)
    {
        WrongObjects.Add(what);
        Faults.Add($"Wrong object: {what}");
    }
}
