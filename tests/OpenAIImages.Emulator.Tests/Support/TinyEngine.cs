using System.Collections.Concurrent;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Paints six bytes and says what it was asked for.</summary>
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

    public static byte[] Bytes(int variant) => [1, 2, 3, 4, 5, (byte)variant];
}
