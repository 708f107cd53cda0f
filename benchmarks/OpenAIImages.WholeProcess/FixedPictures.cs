using OpenAIImages.Painter;

namespace OpenAIImages.WholeProcess;

/// <summary>An engine that always returns the same picture, of a given size in bytes.</summary>
/// <param name="length">The length of the picture, in bytes.</param>
internal sealed class FixedPictures(int length) : IPictureEngine
{
    private readonly byte[] _bytes = Make(length);

    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
        => new(_bytes, request.Format, request.Width, request.Height, "always the same");

    private static byte[] Make(int length)
    {
        ReadOnlySpan<byte> png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];
        var bytes = new byte[length];
        new Random(Seed: 1).NextBytes(bytes);
        png.CopyTo(bytes);

        return bytes;
    }
}
