using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>A file within a link: <c>data:image/png;base64,...</c>.</summary>
internal static class DataUrl
{
    private const string Scheme = "data:";
    private const string Marker = ";base64,";

    public static bool IsOne(string link) => link.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the file.</summary>
    /// <returns>The file, or <see langword="null"/> when the link has no image in base64.</returns>
    public static InputFile? Read(string link)
    {
        var marker = link.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (!IsOne(link)
            || marker < Scheme.Length
            || !link.AsSpan(Scheme.Length).StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Decoding in place needs no memory for the picture besides the base64.
        var bytes = Encoding.UTF8.GetBytes(link, marker + Marker.Length, link.Length - marker - Marker.Length);

        return Base64.DecodeFromUtf8InPlace(bytes, out var written) == OperationStatus.Done
            ? new InputFile(link[Scheme.Length..marker].Split(';')[0], bytes.AsMemory(0, written))
            : null;
    }
}
