namespace OpenAIImages.Emulator.Files;

/// <summary>A file that is being written.</summary>
/// <remarks>Disposing before <see cref="KeepAsync"/> deletes it.</remarks>
internal sealed class FileDraft(FileStore store, string id, FileStream content) : IAsyncDisposable
{
    private bool _isOver;

    public string Id => id;

    /// <summary>Gets the stream for the bytes.</summary>
    public Stream Content => content;

    /// <summary>Ends the writing, and makes the file visible to clients.</summary>
    /// <param name="describe">Adds the other facts to a file that has its id, length and time.</param>
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
