namespace OpenAIImages.Emulator.Parameters;

/// <summary>Reads the media type of a file from the end of its name, for senders that say nothing else.</summary>
internal static class FileExtensions
{
    /// <returns>The media type, or <see langword="null"/> when the name says nothing.</returns>
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
