namespace OpenAIImages.Crashes;

/// <summary>What a trial found: each promise, and whether it held.</summary>
internal sealed class Verdict
{
    private int _broken;

    /// <summary>Notes whether a promise held.</summary>
    public void Check(string promise, bool held, string facts)
    {
        _broken += held ? 0 : 1;
        Console.WriteLine($"{(held ? "held  " : "BROKEN")}  {promise}: {facts}");
    }

    /// <summary>Gets the status of the program.</summary>
    public int Status => _broken == 0 ? 0 : 1;
}
