namespace OpenAIImages.Emulator.Files;

/// <summary>The folder that the bytes of stored files are in: one that is given and stays, or a temporary one.
/// </summary>
/// <remarks>
/// <para>A file is called by its id, <c>.part</c> behind it while it is being written. In a folder that stays, a card
/// lies beside each whole file: a file without one was not finished, and is removed.</para>
/// <para>Nothing else in the folder is touched, and no link is followed out of it.</para>
/// </remarks>
internal sealed class FileFolder : IDisposable
{
    private const string Part = ".part";
    private const string Card = ".json";
    private const string Lock = "emulator.lock";

    private readonly FileStream? _lock;
    private readonly Lazy<TemporaryFolder>? _temporary;
    private readonly string? _given;

    /// <param name="given">The folder; <see langword="null"/> for a temporary one, made when the first file comes.
    /// </param>
    /// <exception cref="IOException">Another emulator has the folder, or it cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public FileFolder(string? given)
    {
        if (given is null)
        {
            _temporary = new Lazy<TemporaryFolder>(() => new TemporaryFolder());

            return;
        }

        _given = Directory.CreateDirectory(given).FullName;

        // Two emulators would take each other's unfinished files for leftovers.
        _lock = new FileStream(
            PathOf(Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Gets a value indicating whether files are here after the emulator.</summary>
    public bool Stays => _given is not null;

    /// <summary>Reads what an earlier emulator left, oldest first, and removes what it did not finish.</summary>
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

    /// <summary>Makes a file whole that was begun and closed.</summary>
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

    /// <summary>Opens a whole file. It can be removed while it is read.</summary>
    /// <exception cref="FileNotFoundException">It has been removed.</exception>
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
