namespace OpenAIImages.Emulator.Files;

/// <summary>A file that is being written. Disposed of before it is kept, it leaves nothing behind.</summary>
internal sealed class FileDraft(FileStore store, string id, FileStream content) : IAsyncDisposable
{
    private bool _isOver;

    public string Id => id;

    /// <summary>Gets where the bytes go.</summary>
    public Stream Content => content;

    /// <summary>Ends the writing, and lets everybody see the file.</summary>
    /// <param name="describe">Says what the file is; its id, length and time are filled in.</param>
    public async Task<StoredFile> KeepAsync(Func<StoredFile, StoredFile> describe)
    {
        var length = content.Length;
        await content.DisposeAsync().ConfigureAwait(false);
        var file = store.Keep(id, length, describe);
        _isOver = true;

        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            _isOver = true;
            await content.DisposeAsync().ConfigureAwait(false);
            store.Abandon(id);
        }
    }
}
