using System.Globalization;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes times in the form of the rate limit headers: <c>120ms</c>, <c>1.5s</c>, <c>1m0s</c>.</summary>
internal static class GoDuration
{
    public static string Format(TimeSpan time)
    {
        var milliseconds = (long)Math.Ceiling(time.TotalMilliseconds);
        var (minutes, rest) = Math.DivRem(milliseconds, 60_000);
        var seconds = (rest / 1_000m).ToString("0.###", CultureInfo.InvariantCulture);

        return milliseconds < 1_000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms")
            : minutes == 0 ? $"{seconds}s"
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}m{seconds}s");
    }
}
