using System.Runtime.CompilerServices;

namespace OpenAIImages.Destinations;

/// <summary>A file that appears whole or not at all, under a name that no other file has.</summary>
/// <remarks>
/// <para>The file is written under a temporary name in the directory of its target, so that the move to its final name
/// is one step of the file system. Disposing of a file that was not committed deletes it.</para>
/// <para>An empty file reserves a name; its creation fails if a file exists. The move then replaces the empty file. On
/// Unix, a move without overwriting is not a single step, so that two processes could lose files.</para>
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private const int Exists = 17; // EEXIST
    private const int FileExists = unchecked((int)0x80070050);
    private const int AlreadyExists = unchecked((int)0x800700B7);

    private readonly FileTarget _target;
    private readonly int _number;
    private readonly string? _replaced;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private string? _reserved;
    private bool _isCommitted;

    private AtomicFile(FileTarget target, int number, bool replaces)
    {
        _target = target;
        _number = number;
        Path = target.PathWithNumber(number);
        if (!Directory.Exists(target.Directory))
        {
            throw new ImageDestinationException(Path, $"the directory {target.Directory} does not exist.");
        }

        // A file cannot replace a directory. The image then gets a number.
        _replaced = replaces && !Directory.Exists(Path) ? Translate(() => TemporaryFile.Follow(Path)) : null;

        // The temporary name is short, whatever the final name is.
        var random = Guid.NewGuid().ToString("N").Substring(0, 12);
        _temporary = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(_replaced) ?? target.Directory, $".{random}.part");
        _stream = Translate(() => TemporaryFile.Create(_temporary, _replaced));
    }

    /// <summary>Gets the full path of the file. Before <see cref="Reserve"/> is called, the number in it may
    /// change.</summary>
    public string Path { get; private set; }

    /// <summary>Creates the file under its temporary name.</summary>
    /// <param name="target">The directory and the name of the file.</param>
    /// <param name="number">The number to try first.</param>
    /// <param name="replaces">Whether the file replaces a file of the same name. Otherwise it gets a number.</param>
    /// <exception cref="ImageDestinationException">The file cannot be created.</exception>
    public static AtomicFile Create(FileTarget target, int number = 1, bool replaces = false)
        => new(target, number, replaces);

    /// <summary>Creates and deletes a file, to find out early whether a file can be written there.</summary>
    /// <exception cref="ImageDestinationException">A file cannot be written there.</exception>
    public static void EnsureWritable(FileTarget target, bool replaces = false)
        => Create(target, replaces: replaces).Dispose();

    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(e);
        }
    }

    /// <summary>Reserves the first free name, so that <see cref="Path"/> no longer changes.</summary>
    public void Reserve()
    {
        if (_replaced is null && _reserved is null)
        {
            _reserved = Path = Translate(ReserveNext);
        }
    }

    /// <summary>Moves the file to its final name.</summary>
    /// <returns>The full path of the file.</returns>
    public string Commit()
    {
        Reserve();
        Translate(() =>
        {
            _stream.Dispose();
            File.Move(_temporary, _replaced ?? Path, overwrite: true);

            return true;
        });
        _isCommitted = true;

        return Path;
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (_isCommitted)
        {
            return;
        }

        try
        {
            File.Delete(_temporary);
            if (_reserved is not null && new FileInfo(_reserved) is { Exists: true, Length: 0 })
            {
                File.Delete(_reserved);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The directory may be gone. The caller gets the first fault, and not this one.
        }
    }

    private string ReserveNext()
    {
        foreach (var number in NumberHints.After(_target, _number))
        {
            var path = _target.PathWithNumber(number);
            if (TryReserve(path))
            {
                NumberHints.Remember(_target, number);

                return path;
            }
        }

        throw new IOException("All numbers are taken.");
    }

    // The error code says that the name is taken. File.Exists would not find a directory of that name.
    private static bool TryReserve(string path)
    {
        try
        {
            new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None).Dispose();

            return true;
        }
        catch (IOException e) when (e.HResult is Exists or FileExists or AlreadyExists)
        {
            return false;
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            return false;
        }
    }

    private T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Fault(e);
        }
    }

    // The message of the system holds the temporary name, which means nothing to the caller.
    private ImageDestinationException Fault(Exception cause)
        => new(Path, _temporary is null ? cause.Message : cause.Message.Replace(_temporary, Path), cause);
}
