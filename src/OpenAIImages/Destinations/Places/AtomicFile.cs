using System.Runtime.CompilerServices;

namespace OpenAIImages.Destinations;

/// <summary>A file that appears whole or not at all, and under a name that no other file has.</summary>
/// <remarks>
/// <para>It is written beside its place under a temporary name, so that moving it there is one step of the file system.
/// Disposing of one that was not committed deletes it.</para>
/// <para>A name is reserved by creating an empty file, which fails where there is one, and is then moved over. To move
/// without overwriting is a look and a step on Unix, between which two processes lose files.</para>
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private const int Exists = 17; // EEXIST
    private const int FileExists = unchecked((int)0x80070050);
    private const int AlreadyExists = unchecked((int)0x800700B7);

    private readonly FileTarget _place;
    private readonly int _number;
    private readonly string? _replaced;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private string? _reserved;
    private bool _isCommitted;

    private AtomicFile(FileTarget place, int number, bool replaces)
    {
        _place = place;
        _number = number;
        Path = place.At(number);
        if (!Directory.Exists(place.Directory))
        {
            throw new ImageDestinationException(Path, $"the directory {place.Directory} does not exist.");
        }

        // A directory cannot be replaced by a file; the image is numbered then.
        _replaced = replaces && !Directory.Exists(Path) ? Attempt(() => TemporaryFile.Follow(Path)) : null;

        // Short, whatever the name is that the file is to have.
        var random = Guid.NewGuid().ToString("N").Substring(0, 12);
        _temporary = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(_replaced) ?? place.Directory, $".{random}.part");
        _stream = Attempt(() => TemporaryFile.Create(_temporary, _replaced));
    }

    /// <summary>Gets its full path: where it is to go, and once <see cref="Reserve"/> was called, where it
    /// goes.</summary>
    public string Path { get; private set; }

    /// <summary>Creates the file under its temporary name.</summary>
    /// <param name="place">Where it is to go.</param>
    /// <param name="number">The number to try first.</param>
    /// <param name="replaces">Whether it takes the place of a file that is there; else it is numbered.</param>
    /// <exception cref="ImageDestinationException">It cannot be created.</exception>
    public static AtomicFile Create(FileTarget place, int number = 1, bool replaces = false)
        => new(place, number, replaces);

    /// <summary>Creates and deletes such a file, to learn early whether that is possible.</summary>
    /// <exception cref="ImageDestinationException">It is not.</exception>
    public static void EnsureWritable(FileTarget place, bool replaces = false)
        => Create(place, replaces: replaces).Dispose();

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

    /// <summary>Takes the first name that is free, so that <see cref="Path"/> is known for good.</summary>
    public void Reserve()
    {
        if (_replaced is null && _reserved is null)
        {
            _reserved = Path = Attempt(ReserveNext);
        }
    }

    /// <summary>Moves the file to its place.</summary>
    /// <returns>Its full path.</returns>
    public string Commit()
    {
        Reserve();
        Attempt(() =>
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
            // The directory is gone, say; the fault that led here is the one to hear of.
        }
    }

    private string ReserveNext()
    {
        foreach (var number in NumberHints.After(_place, _number))
        {
            var path = _place.At(number);
            if (TryReserve(path))
            {
                NumberHints.Remember(_place, number);

                return path;
            }
        }

        throw new IOException("All numbers are taken.");
    }

    // By the code of the error, since for a directory of that name there is no file that exists.
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

    private T Attempt<T>(Func<T> action)
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

    // The system speaks of the temporary name, which means nothing to anybody.
    private ImageDestinationException Fault(Exception cause)
        => new(Path, _temporary is null ? cause.Message : cause.Message.Replace(_temporary, Path), cause);
}
