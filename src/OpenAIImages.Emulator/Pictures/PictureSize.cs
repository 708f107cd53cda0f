using System.Globalization;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>A width and a height in pixels, <c>WIDTHxHEIGHT</c> in JSON.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    public const string Expected = "Expected WIDTHxHEIGHT, for example '1824x1024'.";

    public long Pixels => (long)Width * Height;

    /// <summary>Reads <c>WIDTHxHEIGHT</c>: at most five digits on each side of the x.</summary>
    /// <returns>The size, or <see langword="null"/> when the text is not a size.</returns>
    public static PictureSize? Parse(string text)
        => text.Split('x') is [{ Length: <= 5 } width, { Length: <= 5 } height]
            && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var across)
            && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out var down)
            ? new PictureSize(across, down)
            : null;

    /// <summary>Shrinks the size in the same shape, so that its longer edge is at most <paramref name="edge"/>.
    /// </summary>
    public PictureSize Within(int edge)
    {
        var longer = Math.Max(Width, Height);

        return longer <= edge ? this : new PictureSize(Shrink(Width), Shrink(Height));

        int Shrink(int length) => Math.Max(1, (int)Math.Round((double)length * edge / longer));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
