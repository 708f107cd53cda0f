using System.Security.Cryptography;

namespace OpenAIImages.Emulator.Files;

/// <summary>The ids of stored files: <c>file-</c> and 24 letters and digits.</summary>
/// <remarks>A file is stored under its id, so <see cref="IsOne"/> checks an id that comes from the disk.</remarks>
internal static class FileIds
{
    private const string Prefix = "file-";
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 24;

    public static string Make() => Prefix + RandomNumberGenerator.GetString(Signs, Length);

    public static bool IsOne(string text)
        => text.Length == Prefix.Length + Length
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.Skip(Prefix.Length).All(char.IsAsciiLetterOrDigit);
}
