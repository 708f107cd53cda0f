namespace OpenAIImages.Emulator.Files;

/// <summary>The folder with the bytes of stored files: a given folder that stays, or a temporary folder.</summary>
/// <remarks>
/// <para>The name of a file is its id, followed by <c>.part</c> while it is being written. A folder that stays has a
/// card for each whole file. A file without a card was not finished, and <see cref="Load"/> removes it.</para>
/// <para>The class does not touch other files in the folder, and follows no link out of it.</para>
/// </remarks>
internal sealed class FileFolder : IDisposable
{
    private const string Part = ".part";
    private const string Card = ".json";
    private const string Lock = "emulator.lock";

    private readonly FileStream? _lock;
    private readonly Lazy<TemporaryFolder>? _temporary;
    private readonly string? _given;

    /// <param name="given">The folder; <see langword="null"/> for a temporary folder, made for the first file.</param>
    /// <exception cref="IOException">Another emulator uses the folder, or the folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write to the folder.</exception>
    public FileFolder(string? given)
    {
        if (given is null)
        {
            _temporary = new Lazy<TemporaryFolder>(() => new TemporaryFolder());

            return;
        }

        _given = Directory.CreateDirectory(given).FullName;

        // Two emulators in one folder would remove each other's unfinished files.
        _lock = new FileStream(
            PathOf(Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Gets a value indicating whether the files stay after the emulator has ended.</summary>
    public bool Stays => _given is not null;

    /// <summary>Reads the files of an earlier emulator, oldest first, and removes its unfinished files.</summary>
    public IReadOnlyList<StoredFile> Load()
    {
        if (_given is null)
        {
            return [];
        }

        var found = new List<StoredFile>();
        foreach (var entry in new DirectoryInfo(_given).EnumerateFiles("file-*").ToArray())
        {
            var id = entry.Name.Split('.')[0];
            if (!FileIds.IsOne(id) || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry.Name == id + Card && ReadCard(entry, id) is { } file)
            {
                found.Add(file);
            }
            else if (entry.Name == id + Part || entry.Name == id + Card + Part
                || (entry.Name == id && !File.Exists(PathOf(id + Card))))
            {
                entry.Delete();
            }
        }

        return [.. found.OrderBy(file => file.Created).ThenBy(file => file.Id, StringComparer.Ordinal)];
    }

    /// <summary>Begins a file.</summary>
    public FileStream Create(string id) => new(PathOf(id + Part), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });

    /// <summary>Turns a begun and closed file into a whole one.</summary>
    public void Keep(StoredFile file)
    {
        File.Move(PathOf(file.Id + Part), PathOf(file.Id));
        if (Stays)
        {
            File.WriteAllBytes(PathOf(file.Id + Card + Part), FileCard.Write(file));
            File.Move(PathOf(file.Id + Card + Part), PathOf(file.Id + Card));
        }
    }

    public void RemoveUnfinished(string id) => File.Delete(PathOf(id + Part));

    public void Remove(string id)
    {
        File.Delete(PathOf(id + Card));
        File.Delete(PathOf(id));
    }

    /// <summary>Opens a whole file, which can be removed while it is read.</summary>
    /// <exception cref="FileNotFoundException">The file has been removed.</exception>
    public FileStream Open(string id) => new(PathOf(id), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    public void Dispose()
    {
        _lock?.Dispose();
        if (_temporary is { IsValueCreated: true })
        {
            _temporary.Value.Dispose();
        }
    }

    private string PathOf(string name) => Path.Combine(_given ?? _temporary!.Value.FullName, name);

    private StoredFile? ReadCard(FileInfo card, string id)
        => FileCard.Read(File.ReadAllBytes(card.FullName)) is { } file
            && file.Id == id
            && new FileInfo(PathOf(id)) is { Exists: true, LinkTarget: null } content
            && content.Length == file.Length
            ? file
            : null;
}
