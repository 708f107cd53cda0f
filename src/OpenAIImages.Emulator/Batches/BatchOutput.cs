using OpenAIImages.Emulator.Files;

namespace OpenAIImages.Emulator.Batches;

/// <summary>The two files that a batch writes: the answers to its requests, and the errors.</summary>
/// <remarks>
/// <para>A file without a line is never made. Disposing before <c>KeepAsync</c> deletes both files.</para>
/// <para>One answer is written at a time, straight to the disk.</para>
/// </remarks>
internal sealed class BatchOutput(FileStore files) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private LineFile? _results;
    private LineFile? _errors;

    /// <summary>Writes an answer, unless the work was stopped before its turn.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="written">Called when the answer is on the disk, for one answer at a time.</param>
    /// <param name="cancellationToken">Stops the wait for the turn.</param>
    public async Task WriteAsync(BatchAnswer answer, Action written, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var file = answer.IsFailure
                ? _errors ??= new LineFile(files.Begin())
                : _results ??= new LineFile(files.Begin());
            await file.WriteAsync(answer).ConfigureAwait(false);
            written();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Makes the files visible to clients.</summary>
    /// <returns>The ids of the files; <see langword="null"/> for a file without a line.</returns>
    public async Task<(string? Results, string? Errors)> KeepAsync(Batch batch)
    {
        var lifetime = batch.Order.OutputLifetime;

        return (
            await KeepAsync(_results, $"{batch.Id}_output.jsonl", lifetime).ConfigureAwait(false),
            await KeepAsync(_errors, $"{batch.Id}_error.jsonl", lifetime).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in new[] { _results, _errors }.OfType<LineFile>())
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }

        _turn.Dispose();
    }

    private static async Task<string?> KeepAsync(LineFile? file, string name, TimeSpan? lifetime)
        => file is null ? null : (await file.KeepAsync(name, lifetime).ConfigureAwait(false)).Id;
}
