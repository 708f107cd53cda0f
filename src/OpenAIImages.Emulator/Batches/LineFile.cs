using System.IO.Pipelines;
using OpenAIImages.Emulator.Files;

namespace OpenAIImages.Emulator.Batches;

/// <summary>A result file that is written line by line.</summary>
internal sealed class LineFile(FileDraft draft) : IAsyncDisposable
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly PipeWriter _writer = PipeWriter.Create(
        draft.Content, new StreamPipeWriterOptions(leaveOpen: true));

    /// <summary>Writes a whole line, even during a cancellation: half a line is useless.</summary>
    public async Task WriteAsync(BatchAnswer answer)
    {
        answer.Line.Complete();
        if (answer.CutAfterBytes is { } most)
        {
            await WriteCutAsync(answer, most).ConfigureAwait(false);
        }
        else
        {
            await answer.Line.CopyToAsync(_writer, CancellationToken.None).ConfigureAwait(false);
        }

        await _writer.WriteAsync(LineEnd, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Ends the file and makes it visible to clients.</summary>
    public async Task<StoredFile> KeepAsync(string name, TimeSpan? lifetime)
    {
        await _writer.CompleteAsync().ConfigureAwait(false);

        return await draft.KeepAsync(file => file with
        {
            Name = name,
            Purpose = FilePurposes.BatchOutput,
            MediaType = "application/jsonl",
            Expires = file.Created + lifetime,
        }).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.CompleteAsync().ConfigureAwait(false);
        await draft.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteCutAsync(BatchAnswer answer, long most)
    {
        using var whole = new MemoryStream();
        var writer = PipeWriter.Create(whole, new StreamPipeWriterOptions(leaveOpen: true));
        await answer.Line.CopyToAsync(writer, CancellationToken.None).ConfigureAwait(false);
        await writer.CompleteAsync().ConfigureAwait(false);
        var length = (int)Math.Min(most, whole.Length);
        await _writer.WriteAsync(whole.GetBuffer().AsMemory(0, length), CancellationToken.None).ConfigureAwait(false);
    }
}
