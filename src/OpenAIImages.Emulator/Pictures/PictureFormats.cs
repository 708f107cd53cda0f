using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>The names of file formats, in requests, in links and in HTTP headers.</summary>
internal static class PictureFormats
{
    /// <summary>Finds a format by its name in a request.</summary>
    /// <returns>The format, or <see langword="null"/> when the painter has no format of that name.</returns>
    public static PictureFormat? Find(string name) => name switch
    {
        "png" => PictureFormat.Png,
        "jpeg" => PictureFormat.Jpeg,
        "webp" => PictureFormat.WebP,
        "gif" => PictureFormat.Gif,
        "svg" => PictureFormat.Svg,
        _ => null,
    };

    public static string Name(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "jpeg",
        PictureFormat.WebP => "webp",
        PictureFormat.Gif => "gif",
        PictureFormat.Svg => "svg",
        _ => "png",
    };

    public static string MediaType(PictureFormat format)
        => format == PictureFormat.Svg ? "image/svg+xml" : "image/" + Name(format);
}
