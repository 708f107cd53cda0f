using System.Security.Cryptography;
using System.Text;
using OpenAIImages.Painter;
using SkiaSharp;

namespace OpenAIImages.Emulator;

/// <summary>An engine for tests that do not check the content of pictures: each is a plain area of one colour, made at
/// once.</summary>
/// <remarks>
/// The colour follows from the prompt and the variant: different prompts give different bytes, and equal requests give
/// equal bytes. An edit and a variation use only the prompt and ignore the pictures sent. <see cref="PicturePainter"/>
/// paints a GIF, which takes its usual time. Safe for concurrent use.
/// </remarks>
public sealed class PlainPictureEngine : IPictureEngine
{
    private readonly PicturePainter _painter = new();

    /// <inheritdoc/>
    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Format == PictureFormat.Gif)
        {
            return _painter.Paint(request, cancellationToken);
        }

        var colour = Choose(request);

        return new Picture(
            request.Format == PictureFormat.Svg ? Draw(request, colour) : Encode(request, colour),
            request.Format,
            request.Width,
            request.Height,
            $"plain {colour}");
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="edit"/> is <see langword="null"/>.</exception>
    public Picture Edit(PictureEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);

        return Paint(edit.Request, cancellationToken);
    }

    /// <inheritdoc/>
    public Picture Vary(
        ReadOnlyMemory<byte> source, PictureRequest request, CancellationToken cancellationToken = default)
        => Paint(request, cancellationToken);

    private static SKColor Choose(PictureRequest request)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{request.Variant} {request.Prompt}")));
        var isClear = request.Transparent && request.Format != PictureFormat.Jpeg;

        return new SKColor(hash[0], hash[1], hash[2], isClear ? byte.MinValue : byte.MaxValue);
    }

    private static byte[] Encode(PictureRequest request, SKColor colour)
    {
        using var pixels = new SKBitmap(new SKImageInfo(
            request.Width, request.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        pixels.Erase(colour);
        using var data = request.Format switch
        {
            PictureFormat.Jpeg => pixels.Encode(SKEncodedImageFormat.Jpeg, request.Quality),
            PictureFormat.WebP => pixels.Encode(SKEncodedImageFormat.Webp, request.Quality),
            _ => pixels.Encode(SKEncodedImageFormat.Png, 100),
        };

        return data.ToArray();
    }

    private static byte[] Draw(PictureRequest request, SKColor colour)
        => Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{request.Width}" height="{request.Height}">
              <rect width="100%" height="100%" fill="rgb({colour.Red},{colour.Green},{colour.Blue})"
                fill-opacity="{(colour.Alpha > 0 ? 1 : 0)}"/>
            </svg>
            """));
}
