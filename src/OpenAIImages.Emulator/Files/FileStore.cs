namespace OpenAIImages.Emulator.Files;

/// <summary>Keeps the files of the service: their bytes on the disk, and their facts in memory.</summary>
/// <remarks>Safe for concurrent use. A file disappears at the moment of its expiry, on the emulator's clock.</remarks>
internal sealed class FileStore : IDisposable
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly FileFolder _folder;
    private readonly ITimer _sweeper;
    private readonly object _lock = new();
    private readonly Dictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private readonly List<StoredFile> _byAge = [];

    /// <param name="folder">The folder of the bytes. The store disposes of it.</param>
    /// <param name="time">The clock.</param>
    public FileStore(FileFolder folder, TimeProvider time)
    {
        _time = time;
        _folder = folder;
        foreach (var file in folder.Load())
        {
            _files.Add(file.Id, file);
            _byAge.Add(file);
        }

        _sweeper = time.CreateTimer(_ => ForgetExpired(), state: null, Sweep, Sweep);
    }

    /// <summary>Begins a file.</summary>
    public FileDraft Begin()
    {
        var id = FileIds.Make();

        return new FileDraft(this, id, _folder.Create(id));
    }

    /// <returns>The file, or <see langword="null"/> when no file has the id.</returns>
    public StoredFile? Find(string id)
    {
        ForgetExpired();
        lock (_lock)
        {
            return _files.GetValueOrDefault(id);
        }
    }

    /// <summary>Lists the files, newest first.</summary>
    public IReadOnlyList<StoredFile> List(Func<StoredFile, bool> isMeant)
    {
        ForgetExpired();
        lock (_lock)
        {
            return [.. _byAge.AsEnumerable().Reverse().Where(isMeant)];
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <returns>The bytes, or <see langword="null"/> when the file was removed in the meantime.</returns>
    public FileStream? Open(StoredFile file)
    {
        try
        {
            return _folder.Open(file.Id);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads a whole file into memory; for pictures, which are small enough.</summary>
    /// <returns>The bytes, or <see langword="null"/> when the file was removed in the meantime.</returns>
    public byte[]? Read(StoredFile file)
    {
        using var content = Open(file);
        if (content is null)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        content.ReadExactly(bytes);

        return bytes;
    }

    /// <returns>Whether there was such a file.</returns>
    public bool Delete(string id)
    {
        if (Find(id) is not { } file)
        {
            return false;
        }

        Forget(file);

        return true;
    }

    public void Dispose()
    {
        _sweeper.Dispose();
        _folder.Dispose();
    }

    /// <summary>Adds a finished draft to the files.</summary>
    internal StoredFile Keep(string id, long length, Func<StoredFile, StoredFile> describe)
    {
        var file = describe(new StoredFile
        {
            Id = id,
            Length = length,
            Created = _time.GetUtcNow(),
            Name = id,
            Purpose = "",
        });
        _folder.Keep(file);
        lock (_lock)
        {
            _files.Add(id, file);
            _byAge.Add(file);
        }

        return file;
    }

    /// <summary>Removes an unfinished draft.</summary>
    internal void Abandon(string id) => _folder.RemoveUnfinished(id);

    private void ForgetExpired()
    {
        var now = _time.GetUtcNow();
        StoredFile[] expired;
        lock (_lock)
        {
            expired = [.. _byAge.Where(file => file.Expires <= now)];
        }

        foreach (var file in expired)
        {
            Forget(file);
        }
    }

    private void Forget(StoredFile file)
    {
        lock (_lock)
        {
            if (!_files.Remove(file.Id))
            {
                return;
            }

            _byAge.Remove(file);
        }

        _folder.Remove(file.Id);
    }
}
