using System.Text;

namespace OpenAIImages.Links;

/// <summary>Reads a <c>data:</c> link, which holds the image itself.</summary>
internal static class DataLink
{
    public static bool IsDataLink(Uri link) => link.Scheme.Equals("data", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ImageDecodeException">The link is broken.</exception>
    public static byte[] Decode(Uri link)
    {
        string[] parts = link.OriginalString.Split([','], 2);
        var data = Uri.UnescapeDataString(parts[parts.Length - 1]);
        try
        {
            return parts[0].EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(data)
                : Encoding.UTF8.GetBytes(data);
        }
        catch (FormatException)
        {
            throw new ImageDecodeException("The link is a data: link whose base64 is broken.");
        }
    }
}
