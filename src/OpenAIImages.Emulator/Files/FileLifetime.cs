using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Files;

/// <summary>Reads the lifetime of a file: an anchor, and the seconds after it.</summary>
internal static class FileLifetime
{
    private const int Shortest = 3_600;
    private const int Longest = 2_592_000;

    /// <param name="fields">The fields of a request.</param>
    /// <param name="name">The field with the anchor and the seconds.</param>
    /// <returns>The time, or <see langword="null"/> when the request does not have the field.</returns>
    /// <exception cref="ApiException">The anchor or the seconds are missing or wrong.</exception>
    public static TimeSpan? Read(ParameterSet fields, string name)
    {
        if (fields.Object(name) is not { } expiry)
        {
            return null;
        }

        _ = expiry.Choice("anchor", ["created_at"]) ?? throw Refusals.Missing($"{name}.anchor");
        var seconds = expiry.Integer("seconds", Shortest, Longest) ?? throw Refusals.Missing($"{name}.seconds");

        return TimeSpan.FromSeconds(seconds);
    }
}
