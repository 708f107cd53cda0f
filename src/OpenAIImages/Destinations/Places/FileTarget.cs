using System.Globalization;

namespace OpenAIImages.Destinations;

/// <summary>The directory and the name of an image's file, without a number.</summary>
/// <param name="Directory">The full path of the directory.</param>
/// <param name="Stem">The name without its extension.</param>
/// <param name="Extension">The extension, with its dot.</param>
internal sealed record FileTarget(string Directory, string Stem, string Extension)
{
    // Only these texts count as extensions: "shoe-v1.5" has no extension.
    private static readonly Dictionary<string, ImageMediaType> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = ImageMediaType.Png,
        [".apng"] = ImageMediaType.Png,
        [".jpg"] = ImageMediaType.Jpeg,
        [".jpeg"] = ImageMediaType.Jpeg,
        [".jpe"] = ImageMediaType.Jpeg,
        [".jfif"] = ImageMediaType.Jpeg,
        [".webp"] = ImageMediaType.WebP,
        [".gif"] = ImageMediaType.Gif,
        [".avif"] = ImageMediaType.Avif,
        [".heif"] = ImageMediaType.Heif,
        [".heic"] = ImageMediaType.Heif,
        [".svg"] = ImageMediaType.Svg,
        [".bmp"] = new("image/bmp"),
        [".tif"] = new("image/tiff"),
        [".tiff"] = new("image/tiff"),
        [".ico"] = new("image/x-icon"),
        [".jxl"] = new("image/jxl"),
        [".jp2"] = new("image/jp2"),
    };

    /// <summary>Makes the target of a caller's path.</summary>
    /// <param name="path">The path, with or without an extension.</param>
    /// <param name="mediaType">The media type of the image. The extension of another media type is replaced.</param>
    public static FileTarget FromPath(string path, ImageMediaType mediaType)
    {
        var whole = Path.GetFullPath(FileNames.WellFormed(path.Replace('\0', '_')));
        var name = Path.GetFileName(whole);

        return InDirectory(
            Path.GetDirectoryName(whole) ?? whole,
            // On Windows, "nul.png" and similar names belong to devices, and the image would be lost.
            Path.DirectorySeparatorChar == '\\' ? FileNames.Clean(name) : name,
            mediaType);
    }

    /// <summary>Makes the target of a name in a directory.</summary>
    public static FileTarget InDirectory(string directory, string name, ImageMediaType mediaType)
    {
        var own = mediaType.FileExtension;
        var given = ExtensionOf(name);
        if (given.Length == 0 && !name.EndsWith(own, StringComparison.OrdinalIgnoreCase))
        {
            return new(directory, OrFallback(name.TrimEnd('.', ' ')), own);
        }

        given = given.Length == 0 ? own : given;

        return new(
            directory,
            OrFallback(name.Substring(0, name.Length - given.Length)),
            Fits(given, mediaType) ? name.Substring(name.Length - given.Length) : own);
    }

    /// <summary>Returns the extension of a name if it belongs to an image format; otherwise an empty text.</summary>
    public static string ExtensionOf(string path)
        => Path.GetExtension(path.Replace('\0', '_')) is { } extension
            && MediaTypes.ContainsKey(extension) ? extension : "";

    /// <summary>Returns the media type of an extension.</summary>
    /// <returns>The media type; <see cref="ImageMediaType.Unknown"/> for an unknown extension.</returns>
    public static ImageMediaType MediaTypeOf(string extension)
        => MediaTypes.TryGetValue(extension, out var kind) ? kind : ImageMediaType.Unknown;

    /// <summary>Finds out whether a file of a media type may have an extension. A file of an unknown media type may
    /// have any extension.</summary>
    public static bool Fits(string extension, ImageMediaType mediaType)
        => mediaType == ImageMediaType.Unknown || MediaTypeOf(extension) == mediaType;

    /// <summary>Returns the media type that a request asks for.</summary>
    public static ImageMediaType ExpectedOf(ImageRequest request)
        => (request as PromptedImageRequest)?.OutputFormat is { } format
            && MediaTypeOf($".{format}") is var kind && kind != ImageMediaType.Unknown
                ? kind
                : ImageMediaType.Png;

    /// <summary>Returns the full path with a number: <c>cat.png</c> for 1, <c>cat-2.png</c> for 2.</summary>
    public string PathWithNumber(int number)
    {
        var end = number == 1 ? Extension : string.Format(CultureInfo.InvariantCulture, "-{0}{1}", number, Extension);

        return Path.Combine(Directory, FileNames.Cut(Stem, FileNames.MaxNameBytes - FileNames.LengthOf(end)) + end);
    }

    private static string OrFallback(string stem) => string.IsNullOrWhiteSpace(stem) ? FileNames.Fallback : stem;
}
