using System.Text;

namespace OpenAIImages.Encoders;

/// <summary>Writes the names of parts and files for a form.</summary>
internal static class PartName
{
    /// <summary>Quotes a name like browsers, so that no character of the name can end the header.</summary>
    public static string Quote(string name)
        => $"\"{name.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A")}\"";

    /// <summary>Replaces characters that some servers cannot read. The name of a file is only a label.</summary>
    /// <param name="name">The caller's name; may be empty.</param>
    /// <param name="fallback">The replacement for an empty name.</param>
    /// <param name="mediaType">The kind of file, for a name without an extension.</param>
    /// <returns>A name in ASCII, with an extension.</returns>
    public static string Label(string name, string fallback, ImageMediaType mediaType)
    {
        var label = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            label.Append(character is >= ' ' and <= '~' and not ('"' or '\\' or '/' or ':') ? character : '_');
        }

        if (label.Length == 0)
        {
            label.Append(fallback);
        }

        return Path.HasExtension(label.ToString()) ? label.ToString() : label + mediaType.FileExtension;
    }
}
