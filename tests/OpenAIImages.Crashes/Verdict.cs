namespace OpenAIImages.Crashes;

/// <summary>The verdict of a trial: it prints each promise, and whether the promise held.</summary>
internal sealed class Verdict
{
    private int _broken;

    /// <summary>Prints and counts whether a promise held.</summary>
    public void Check(string promise, bool held, string facts)
    {
        _broken += held ? 0 : 1;
        Console.WriteLine($"{(held ? "held  " : "BROKEN")}  {promise}: {facts}");
    }

    /// <summary>Gets the exit status of this program.</summary>
    public int Status => _broken == 0 ? 0 : 1;
}
