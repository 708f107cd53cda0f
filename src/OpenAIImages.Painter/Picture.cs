namespace OpenAIImages.Painter;

/// <summary>A finished picture file.</summary>
public sealed record Picture
{
    /// <summary>Describes a finished picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">The format of the file.</param>
    /// <param name="width">The width, in pixels.</param>
    /// <param name="height">The height, in pixels.</param>
    /// <param name="understood">The understood part of the prompt, as a text for people.</param>
    public Picture(ReadOnlyMemory<byte> bytes, PictureFormat format, int width, int height, string understood)
    {
        Bytes = bytes;
        Format = format;
        Width = width;
        Height = height;
        Understood = understood;
    }

    /// <summary>Gets the file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets the format of the file.</summary>
    public PictureFormat Format { get; }

    /// <summary>Gets the width, in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets the height, in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets the understood part of the prompt, for example <c>1x cat; meadow; day</c>.</summary>
    public string Understood { get; }
}
