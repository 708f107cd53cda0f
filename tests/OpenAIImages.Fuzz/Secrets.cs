using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Fuzz;

/// <summary>The secrets of the request, which must not come back in an exception.</summary>
internal static class Secrets
{
    public const string Prompt = "a crimson vixen \"asleep\" under <seven> birches & the first snow";
    public const string Key = "sk-proj-Zq8Rt2Lm5Xw9Nv3Kc7Bd";

    // The client masks parts of the prompt of 16 letters, and runs of more than 100 letters. A few more letters can
    // remain if quotes and escapes of JSON are next to them.
    private const int RecognisedPart = 20;
    private const int LongestRun = 120;
    private const int LongestText = 16 * 1024;

    public static ErrorContext Context { get; } = new(TimeProvider.System, Prompt, Key);

    /// <summary>Checks that an exception repeats neither prompt nor key nor picture, and is short.</summary>
    public static void EnsureNoneIn(Exception e)
    {
        var refusal = e as ImageApiException;
        string?[] texts =
        [
            e.Message, e.InnerException?.Message, (e as ImageDecodeException)?.Member,
            refusal?.Reason, refusal?.Code, refusal?.Type, refusal?.Parameter, refusal?.BodyExcerpt,
            .. (e as ImageModerationException)?.Categories ?? [],
        ];
        foreach (var text in texts.OfType<string>())
        {
            BrokenPromiseException.Unless(text.Length <= LongestText, "An exception is of a bounded length.");
            BrokenPromiseException.Unless(
                !text.Contains(Key, StringComparison.Ordinal), $"No exception holds the key.\n  {text}");
            BrokenPromiseException.Unless(!HoldsPart(text), $"No exception holds the prompt.\n  {text}");
            BrokenPromiseException.Unless(!HoldsRun(text), $"No exception holds picture bytes.\n  {text}");
        }
    }

    private static bool HoldsPart(string text)
    {
        for (var at = 0; at + RecognisedPart <= Prompt.Length; at++)
        {
            if (text.AsSpan().Contains(Prompt.AsSpan(at, RecognisedPart), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsRun(string text)
    {
        var run = 0;
        foreach (var letter in text)
        {
            run = char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' ? run + 1 : 0;
            if (run > LongestRun)
            {
                return true;
            }
        }

        return false;
    }
}
