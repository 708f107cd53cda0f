namespace OpenAIImages.Redis;

/// <summary>Counts and prints the results of checks.</summary>
internal sealed class Checks
{
    public int Succeeded { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Counts and prints the result of one check.</summary>
    /// <param name="isRight">Whether the check succeeded.</param>
    /// <param name="sentence">A sentence that should be true.</param>
    /// <param name="seen">The observed value.</param>
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
