using System.Collections.Concurrent;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>An engine that makes pictures of six bytes and records its requests.</summary>
internal sealed class TinyEngine : IPictureEngine
{
    private readonly ConcurrentQueue<PictureRequest> _asked = new();

    public IReadOnlyCollection<PictureRequest> Asked => _asked;

    public string Understood { get; init; } = "1x cat; meadow; day";

    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        _asked.Enqueue(request);

        return new Picture(Bytes(request.Variant), request.Format, request.Width, request.Height, Understood);
    }

    public Picture Preview(Picture finished, double progress, CancellationToken cancellationToken = default)
        => new(PreviewBytes(progress), finished.Format, finished.Width, finished.Height, Understood);

    public static byte[] PreviewBytes(double progress) => [9, (byte)(progress * 100)];

    public static byte[] Bytes(int variant) => [1, 2, 3, 4, 5, (byte)variant];
}
