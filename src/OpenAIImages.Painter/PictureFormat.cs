namespace OpenAIImages.Painter;

/// <summary>The file format of a picture.</summary>
public enum PictureFormat
{
    /// <summary>PNG: without loss, with transparency.</summary>
    Png,

    /// <summary>JPEG: with loss, always opaque.</summary>
    Jpeg,

    /// <summary>WebP: with loss unless the quality is 100, with transparency.</summary>
    WebP,

    /// <summary>GIF: animated, up to 255 colours; each pixel is fully transparent or fully opaque.</summary>
    Gif,

    /// <summary>SVG: shapes and gradients, without pixels, scripts or references to other files.</summary>
    Svg,
}
