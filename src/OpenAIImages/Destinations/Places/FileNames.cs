namespace OpenAIImages.Destinations;

/// <summary>Names of files for images.</summary>
internal static class FileNames
{
    /// <summary>Adds the extension that fits, where the name has none.</summary>
    public static string WithExtension(string path, ImageMediaType mediaType)
        => Path.HasExtension(path) ? path : path + mediaType.FileExtension;

    /// <summary>Tells the second image of a call from the first, the third from both, and so on.</summary>
    public static string Numbered(string path, int index)
        => index == 0
            ? path
            : Path.Combine(
                Path.GetDirectoryName(path) ?? "",
                $"{Path.GetFileNameWithoutExtension(path)}-{index + 1}{Path.GetExtension(path)}");
}
