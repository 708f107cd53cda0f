using System.Globalization;

namespace OpenAIImages.Destinations;

/// <summary>The directory and the name of an image's file, before it is numbered.</summary>
/// <param name="Directory">The full path of the directory.</param>
/// <param name="Stem">The name without its extension.</param>
/// <param name="Extension">The extension, with its dot.</param>
internal sealed record FileTarget(string Directory, string Stem, string Extension)
{
    // The last part of a name is an extension only when it is one of these: "shoe-v1.5" has none.
    private static readonly Dictionary<string, ImageMediaType> Kinds = new(StringComparer.OrdinalIgnoreCase)
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

    /// <summary>Finds the place that a caller's path names.</summary>
    /// <param name="path">The path, with or without an extension.</param>
    /// <param name="mediaType">What kind of file the image is; its extension wins over that of another kind.</param>
    public static FileTarget FromPath(string path, ImageMediaType mediaType)
    {
        var whole = Path.GetFullPath(FileNames.WellFormed(path.Replace('\0', '_')));
        var name = Path.GetFileName(whole);

        return InDirectory(
            Path.GetDirectoryName(whole) ?? whole,
            // There a name such as "nul.png" is that of a device, which swallows the image.
            Path.DirectorySeparatorChar == '\\' ? FileNames.Clean(name) : name,
            mediaType);
    }

    /// <summary>Finds the place of a name in a directory.</summary>
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

    /// <summary>Gets the extension of a name, if it is one of an image format; else an empty text.</summary>
    public static string ExtensionOf(string path)
        => Path.GetExtension(path.Replace('\0', '_')) is { } extension && Kinds.ContainsKey(extension) ? extension : "";

    /// <summary>Gets what kind of file an extension stands for.</summary>
    /// <returns>The kind; <see cref="ImageMediaType.Unknown"/> where it stands for none.</returns>
    public static ImageMediaType KindOf(string extension)
        => Kinds.TryGetValue(extension, out var kind) ? kind : ImageMediaType.Unknown;

    /// <summary>Gets whether files of a kind may have an extension. A kind that is not known may have any.</summary>
    public static bool Fits(string extension, ImageMediaType mediaType)
        => mediaType == ImageMediaType.Unknown || KindOf(extension) == mediaType;

    /// <summary>Gets the kind of file that a request asks for.</summary>
    public static ImageMediaType ExpectedOf(ImageRequest request)
        => (request as PromptedImageRequest)?.OutputFormat is { } format
            && KindOf($".{format}") is var kind && kind != ImageMediaType.Unknown
                ? kind
                : ImageMediaType.Png;

    /// <summary>Gets the full path of the file with a number; the first has none.</summary>
    public string At(int number)
    {
        var end = number == 1 ? Extension : string.Format(CultureInfo.InvariantCulture, "-{0}{1}", number, Extension);

        return Path.Combine(Directory, FileNames.Cut(Stem, FileNames.MaxNameBytes - FileNames.LengthOf(end)) + end);
    }

    private static string OrFallback(string stem) => string.IsNullOrWhiteSpace(stem) ? FileNames.Fallback : stem;
}
