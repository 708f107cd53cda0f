using System.Globalization;
using System.Text;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Puts any words into a header: what is not printable ASCII, and the percent sign, percent-encoded.</summary>
internal static class HeaderText
{
    // Clients bound the size of all headers together, .NET to 64 KiB: a thousand signs are 12 KiB at the worst.
    private const int MostSigns = 1_000;

    public static string Encode(string words)
    {
        var text = new StringBuilder(words.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in words.EnumerateRunes().Take(MostSigns))
        {
            if (rune.Value is >= ' ' and <= '~' and not '%')
            {
                text.Append((char)rune.Value);
                continue;
            }

            foreach (var unit in bytes[..rune.EncodeToUtf8(bytes)])
            {
                text.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            }
        }

        return text.ToString();
    }
}
