namespace OpenAIImages.Painter;

/// <summary>The file formats a picture can be written in.</summary>
public enum PictureFormat
{
    /// <summary>PNG: without loss, with transparency.</summary>
    Png,

    /// <summary>JPEG: with loss, always opaque.</summary>
    Jpeg,

    /// <summary>WebP: with loss unless the compression is 100, with transparency.</summary>
    WebP,

    /// <summary>GIF: animated, of up to 255 colours; a pixel is transparent or it is not.</summary>
    Gif,

    /// <summary>SVG: shapes and gradients; no pixels, no script, and nothing from outside the file.</summary>
    Svg,
}
