using System.Globalization;
using System.Numerics;

namespace OpenAIImages.Emulator.Faults;

/// <summary>Checks the settings of a fault when they are set, so that no reply fails for another reason.</summary>
internal static class FaultChecks
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    // Kestrel sets these headers itself; a second value would break every reply.
    private static readonly string[] Framing = ["Content-Length", "Transfer-Encoding", "Connection"];

    public static T? Range<T>(T? value, T least, T most)
        where T : struct, INumber<T>
        => value is { } number && (number < least || number > most)
            ? throw new ArgumentOutOfRangeException(
                nameof(value), value, string.Create(
                    CultureInfo.InvariantCulture, $"The value must be {least} to {most}, or null."))
            : value;

    public static TimeSpan Delay(TimeSpan value)
        => value == Timeout.InfiniteTimeSpan || (value >= TimeSpan.Zero && value <= LongestDelay)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "The delay must be 0 to 1 day, or Timeout.InfiniteTimeSpan.");

    public static Dictionary<string, string> Headers(IReadOnlyDictionary<string, string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var (name, text) in value)
        {
            if (name.Length == 0 || !name.All(IsInToken) || text is null || text.Any(sign => sign is < ' ' or > '~'))
            {
                throw new ArgumentException(
                    $"The header '{name}' must have a valid HTTP name and a value of printable ASCII.", nameof(value));
            }

            if (Framing.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    $"The header '{name}' frames the body; the emulator sets it itself.",
                    nameof(value));
            }
        }

        return new Dictionary<string, string>(value, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsInToken(char sign) => char.IsAsciiLetterOrDigit(sign) || "!#$%&'*+-.^_`|~".Contains(sign);
}
