using System.Collections.Concurrent;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>An engine that edits, makes pictures of six bytes, and records its requests.</summary>
internal sealed class EditingEngine : IPictureEngine
{
    private readonly ConcurrentQueue<PictureEdit> _edits = new();
    private readonly ConcurrentQueue<(byte[] Source, PictureRequest Request)> _variations = new();

    public IReadOnlyList<PictureEdit> Edits => [.. _edits];

    public IReadOnlyList<(byte[] Source, PictureRequest Request)> Variations => [.. _variations];

    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default) => Tiny(request);

    public Picture Edit(PictureEdit edit, CancellationToken cancellationToken = default)
    {
        _edits.Enqueue(edit);

        return Tiny(edit.Request);
    }

    public Picture Vary(
        ReadOnlyMemory<byte> source, PictureRequest request, CancellationToken cancellationToken = default)
    {
        _variations.Enqueue((source.ToArray(), request));

        return Tiny(request);
    }

    public Picture Preview(Picture finished, double progress, CancellationToken cancellationToken = default)
        => new(TinyEngine.PreviewBytes(progress), finished.Format, finished.Width, finished.Height, "edited");

    private static Picture Tiny(PictureRequest request)
        => new(TinyEngine.Bytes(request.Variant), request.Format, request.Width, request.Height, "edited");
}
