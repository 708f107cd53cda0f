using System.Buffers;
using OpenAIImages.Decoders;
using OpenAIImages.Destinations;

namespace OpenAIImages.Jobs;

/// <summary>Writes the content of a file to a destination or a stream of the caller.</summary>
/// <remarks><b>Memory.</b> It uses one pooled buffer of 64 KiB.</remarks>
/// <param name="content">The content.</param>
/// <param name="progress">Receives the progress of the download.</param>
internal sealed class FileDownload(FileContentStream content, IProgress<ImageProgress>? progress)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes an image to its destination.</summary>
    public async Task<ImageOutput> ToDestinationAsync(
        ImageDestination destination, IDestinationLog? log, CancellationToken cancellationToken)
    {
        var prepared = destination.Prepare(StandIn.Request, log);
        await content.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var sink = new DestinationSink(prepared) { Total = content.Total is > 0 ? content.Total : null };
        int read;
        do
        {
            await sink.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            read = await content.ReadAsync(sink.RoomMemory, cancellationToken).ConfigureAwait(false);
            sink.Advance(read);
            Report(read);
        }
        while (read > 0);

        using var stored = await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        if (stored.Length == 0)
        {
            throw new ImageDecodeException("The file is empty.");
        }

        await stored.CommitAsync(cancellationToken).ConfigureAwait(false);

        return new ImageOutput
        {
            Length = stored.Length,
            MediaType = stored.MediaType,
            SavedPath = stored.SavedPath,
        };
    }

    /// <summary>Writes any file to a stream.</summary>
    /// <returns>The number of bytes that were written.</returns>
    public async Task<long> ToStreamAsync(Stream target, CancellationToken cancellationToken)
    {
        using var entry = new StreamEntry(target, leaveOpen: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await entry.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                Report(read);
            }

            await entry.CommitAsync(cancellationToken).ConfigureAwait(false);

            return content.Received;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Report(int read)
    {
        if (read > 0)
        {
            progress?.Report(new ImageProgress(content.Received, content.Total));
        }
    }
}
