namespace OpenAIImages.Emulator.Parameters;

/// <summary>Finds the media type of a file by its file extension, for senders that give no media type.</summary>
internal static class FileExtensions
{
    /// <returns>The media type, or <see langword="null"/> for an unknown extension.</returns>
    public static string? MediaType(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".gif" => "image/gif",
        ".svg" => "image/svg+xml",
        ".bmp" => "image/bmp",
        ".tif" or ".tiff" => "image/tiff",
        ".txt" => "text/plain",
        ".pdf" => "application/pdf",
        _ => null,
    };
}
