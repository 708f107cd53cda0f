using System.Runtime.CompilerServices;

namespace OpenAIImages.Destinations;

/// <summary>A file that appears whole or not at all.</summary>
/// <remarks>
/// It is written beside its place under a temporary name, so that moving it there is one step of the file system.
/// Disposing of one that was not committed deletes it.
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _isCommitted;

    private AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path))
        {
            throw new ImageDestinationException(_path, "it is a directory.");
        }

        var directory = Path.GetDirectoryName(_path)!;
        _temporary = Path.Combine(directory, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        _stream = Attempt(_path, () => new FileStream(
            _temporary,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 1, // What is written comes in large pieces already; a buffer would only copy them.
            FileOptions.Asynchronous | FileOptions.SequentialScan));
    }

    /// <summary>Creates the file under its temporary name.</summary>
    /// <exception cref="ImageDestinationException">It cannot be created.</exception>
    public static AtomicFile Create(string path) => new(path);

    /// <summary>Creates and deletes such a file, to learn early whether that is possible.</summary>
    /// <exception cref="ImageDestinationException">It is not.</exception>
    public static void Try(string path) => Create(path).Dispose();

    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImageDestinationException(_path, e.Message, e);
        }
    }

    /// <summary>Moves the file to its place, over what may be there.</summary>
    /// <returns>Its full path.</returns>
    public string Commit()
    {
        Attempt(_path, () =>
        {
            _stream.Dispose();
            File.Move(_temporary, _path, overwrite: true);

            return true;
        });
        _isCommitted = true;

        return _path;
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (!_isCommitted)
        {
            File.Delete(_temporary);
        }
    }

    private static T Attempt<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImageDestinationException(path, e.Message, e);
        }
    }
}
