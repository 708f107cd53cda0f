using System.Text;

namespace Catalogue;

/// <summary>Makes file names that every system accepts, from any text.</summary>
internal static class FileName
{
    private const int Longest = 80;

    /// <summary>Makes a name of lower-case letters and digits, with a hyphen in place of all other characters.
    /// </summary>
    /// <returns>The name without extension; empty when the text has no letter and no digit.</returns>
    public static string From(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                name.Append(Rune.ToLowerInvariant(rune));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }

            if (name.Length >= Longest)
            {
                break;
            }
        }

        return name.ToString().Trim('-');
    }
}
