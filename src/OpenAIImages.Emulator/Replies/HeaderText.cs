using System.Globalization;
using System.Text;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Encodes any text for a header: the percent sign and everything except printable ASCII are percent-encoded.
/// </summary>
internal static class HeaderText
{
    // Clients limit the size of all headers together, .NET to 64 KiB. A thousand characters take at most 12 KiB.
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
