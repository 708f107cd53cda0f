using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OpenAIImages;

/// <summary>Checks arguments. Each check returns its argument, so that it can be used as an expression.</summary>
internal static class Guard
{
    public static T NotNull<T>(
        [NotNull] T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
        => value ?? throw new ArgumentNullException(name);

    public static string NotBlank(
        [NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        => !string.IsNullOrWhiteSpace(NotNull(value, name))
            ? value
            : throw new ArgumentException("The value is empty or only white space.", name);

    public static int Positive(int value, [CallerArgumentExpression(nameof(value))] string? name = null)
        => value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must be 1 or more.");

    public static long NotNegative(long value, [CallerArgumentExpression(nameof(value))] string? name = null)
        => value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must not be negative.");

    public static int InRange(
        int value, int min, int max, [CallerArgumentExpression(nameof(value))] string? name = null)
        => value >= min && value <= max
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The value must be {min} to {max}.");

    /// <summary>Refuses half a surrogate pair, which every encoder would replace silently.</summary>
    public static string WellFormed(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
        => HalfPairIn(value) is >= 0 and var at
            ? throw new ArgumentException($"The text holds half of a surrogate pair at index {at}.", name)
            : value;

    /// <summary>Finds half a surrogate pair.</summary>
    /// <returns>The index of the first half; negative when there is none.</returns>
    public static int HalfPairIn(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
