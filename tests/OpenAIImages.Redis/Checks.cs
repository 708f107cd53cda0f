namespace OpenAIImages.Redis;

/// <summary>Counts what was checked, and says what was wrong.</summary>
internal sealed class Checks
{
    public int Succeeded { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Takes one finding.</summary>
    /// <param name="isRight">Whether it is as it should be.</param>
    /// <param name="sentence">What should be, in a sentence.</param>
    /// <param name="seen">What was seen.</param>
    public void Expect(bool isRight, string sentence, object? seen = null)
    {
        if (isRight)
        {
            Succeeded++;
        }
        else
        {
            Failed++;
        }

        Console.WriteLine($"{(isRight ? "ok    " : "WRONG ")}{sentence}{(seen is null ? "" : $" Seen: {seen}")}");
    }
}
