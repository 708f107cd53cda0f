using OpenAIImages.Formats;
using OpenAIImages.Inputs;
using OpenAIImages.Masks;

namespace OpenAIImages;

/// <summary>Draws masks and markup for edits, without an imaging library.</summary>
/// <remarks>
/// <para>A mask is a canvas of the image's size, to which you add shapes. Then <see cref="ToMask"/> makes a PNG that is
/// transparent inside the shapes (there the image may change), and <see cref="ToMarkup"/> makes a PNG that is
/// transparent outside of them.</para>
/// <para>Positions are in pixels from the upper left corner. Parts outside the canvas are cut off. An instance is not
/// safe for concurrent use.</para>
/// </remarks>
public sealed class ImageMask
{
    private const int MaxSide = 16_384;

    private readonly bool[] _isInside;

    /// <summary>Makes an empty canvas: nothing may change yet.</summary>
    /// <param name="width">The width of the image, 1 to 16,384 pixels.</param>
    /// <param name="height">The height of the image, 1 to 16,384 pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside its range.</exception>
    public ImageMask(int width, int height)
    {
        Width = Guard.InRange(width, 1, MaxSide);
        Height = Guard.InRange(height, 1, MaxSide);
        _isInside = new bool[width * height];
    }

    /// <summary>Gets the width, in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets the height, in pixels.</summary>
    public int Height { get; }

    /// <summary>Makes an empty canvas of an image's size, read from its header.</summary>
    /// <param name="path">A PNG, JPEG, WebP or GIF file. A JPEG counts with the rotation that its header asks
    /// for.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The canvas.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="ImageInputException">The file cannot be read, or its header does not say its size.</exception>
    /// <example>
    /// <code>
    /// var mask = (await ImageMask.ForFileAsync("cat.png"))
    ///     .AddEllipse(left: 16, top: 8, width: 32, height: 24)
    ///     .AddRectangle(left: 0, top: 56, width: 64, height: 8);
    ///
    /// var request = new EditImageRequest("a golden crown", ImageInput.FromFile("cat.png")) { Mask = mask.ToMask() };
    /// var result = await client.EditAsync(request);
    /// </code>
    /// </example>
    public static async Task<ImageMask> ForFileAsync(string path, CancellationToken cancellationToken = default)
    {
        var head = new byte[ImageHeader.MaxUsefulBytes];
        var count = await new FileSource(Guard.NotBlank(path)).PeekAsync(head, cancellationToken).ConfigureAwait(false);

        return For(head.AsSpan(0, count), Path.GetFileName(path));
    }

    /// <summary>Makes an empty canvas of an image's size, read from its header.</summary>
    /// <param name="image">A PNG, JPEG, WebP or GIF file.</param>
    /// <returns>The canvas.</returns>
    /// <exception cref="ImageInputException">The header does not say the size.</exception>
    public static ImageMask For(ReadOnlySpan<byte> image) => For(image, "image");

    /// <summary>Adds a rectangle.</summary>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="width">Its width, in pixels.</param>
    /// <param name="height">Its height, in pixels.</param>
    /// <returns>This canvas.</returns>
    public ImageMask AddRectangle(double left, double top, double width, double height)
        => Add(left, top, left + width, top + height, (_, _) => true);

    /// <summary>Adds an ellipse.</summary>
    /// <param name="left">The left edge of the rectangle around it.</param>
    /// <param name="top">The upper edge of that rectangle.</param>
    /// <param name="width">Its width, in pixels.</param>
    /// <param name="height">Its height, in pixels.</param>
    /// <returns>This canvas.</returns>
    public ImageMask AddEllipse(double left, double top, double width, double height)
        => Add(left, top, left + width, top + height, (x, y) =>
        {
            var across = ((x - left) / width * 2) - 1;
            var down = ((y - top) / height * 2) - 1;

            return (across * across) + (down * down) <= 1;
        });

    /// <summary>Adds a polygon; a pixel that an odd number of its edges surrounds is inside.</summary>
    /// <param name="points">Its corners, at least three.</param>
    /// <returns>This canvas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are fewer than three points.</exception>
    public ImageMask AddPolygon(params (double X, double Y)[] points)
        => Guard.NotNull(points).Length < 3
            ? throw new ArgumentException("A polygon has at least three corners.", nameof(points))
            : Add(
                points.Min(point => point.X),
                points.Min(point => point.Y),
                points.Max(point => point.X),
                points.Max(point => point.Y),
                (x, y) => Polygon.Contains(points, x, y));

    /// <summary>Adds each pixel of a plane whose alpha is below a threshold, for example of a selection made
    /// elsewhere.</summary>
    /// <param name="alpha">One byte a pixel, row by row: 0 is transparent, 255 opaque.</param>
    /// <param name="threshold">The alpha below which a pixel is inside; 128 by default.</param>
    /// <returns>This canvas.</returns>
    /// <exception cref="ArgumentException">The plane does not have the size of this canvas.</exception>
    public ImageMask AddTransparent(ReadOnlySpan<byte> alpha, byte threshold = 128)
    {
        if (alpha.Length != _isInside.Length)
        {
            throw new ArgumentException(
                $"The plane has {alpha.Length} bytes, and {Width}x{Height} pixels need {_isInside.Length}.",
                nameof(alpha));
        }

        for (var i = 0; i < alpha.Length; i++)
        {
            _isInside[i] |= alpha[i] < threshold;
        }

        return this;
    }

    /// <summary>Exchanges inside and outside.</summary>
    /// <returns>This canvas.</returns>
    public ImageMask Invert()
    {
        for (var i = 0; i < _isInside.Length; i++)
        {
            _isInside[i] = !_isInside[i];
        }

        return this;
    }

    /// <summary>Makes a mask: transparent inside the shapes, where the image may change, opaque outside.</summary>
    /// <returns>The PNG, to be set as <see cref="EditImageRequest.Mask"/>.</returns>
    public ImageInput ToMask()
        => ImageInput.FromBytes(PngWriter.Write(Width, Height, i => _isInside[i] ? 0u : 0xFF), "mask.png");

    /// <summary>Makes markup: the shapes in a colour, transparent around them.</summary>
    /// <param name="red">The red of the colour, 0 to 255.</param>
    /// <param name="green">The green of the colour, 0 to 255.</param>
    /// <param name="blue">The blue of the colour, 0 to 255.</param>
    /// <returns>The PNG, to be set as <see cref="EditImageRequest.Markup"/>.</returns>
    public ImageInput ToMarkup(byte red = 255, byte green = 0, byte blue = 0)
    {
        var colour = ((uint)red << 24) | ((uint)green << 16) | ((uint)blue << 8) | 0xFF;

        return ImageInput.FromBytes(PngWriter.Write(Width, Height, i => _isInside[i] ? colour : 0), "markup.png");
    }

    private static ImageMask For(ReadOnlySpan<byte> image, string name)
        => ImageHeader.Read(image) is { } header
            ? new ImageMask(header.Dimensions.Width, header.Dimensions.Height)
            : throw new ImageInputException(name, "its header does not say how large it is.");

    // A pixel is inside when its centre is.
    private ImageMask Add(double left, double top, double right, double bottom, Func<double, double, bool> contains)
    {
        for (var y = Math.Max(0, (int)Math.Ceiling(top - 0.5)); y < Height && y + 0.5 < bottom; y++)
        {
            for (var x = Math.Max(0, (int)Math.Ceiling(left - 0.5)); x < Width && x + 0.5 < right; x++)
            {
                _isInside[(y * Width) + x] |= contains(x + 0.5, y + 0.5);
            }
        }

        return this;
    }
}
