namespace OpenAIImages.Emulator.Protocol;

/// <summary>What the end of a file's name says of its content, for senders that say nothing else.</summary>
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
