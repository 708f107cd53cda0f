using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Files;

/// <summary>Reads how long a file shall live: an anchor, and seconds from it on.</summary>
internal static class FileLifetime
{
    private const int Shortest = 3_600;
    private const int Longest = 2_592_000;

    /// <param name="fields">The fields of a request.</param>
    /// <param name="name">The field that holds both.</param>
    /// <returns>The time, or <see langword="null"/> when the request does not have the field.</returns>
    /// <exception cref="ApiException">One of them is missing or wrong.</exception>
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
