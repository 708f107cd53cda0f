using System.Runtime.CompilerServices;

namespace OpenAIImages.Inputs;

/// <summary>Lets one reader at a time read a caller's stream, even when several inputs use the stream.</summary>
/// <remarks>Two calls that read one stream at the same time would each get a part of the bytes. The class is safe for
/// concurrent use.</remarks>
internal sealed class StreamOwnership
{
    private static readonly ConditionalWeakTable<Stream, StreamOwnership> Known = new();

    private object? _reader;
    private BorrowedStream? _current;

    /// <summary>Gets the lock that each read takes.</summary>
    public SemaphoreSlim ReadLock { get; } = new(1, 1);

    public static StreamOwnership For(Stream stream) => Known.GetValue(stream, static _ => new StreamOwnership());

    /// <summary>Makes a reader the owner of the stream.</summary>
    /// <param name="stream">The stream that the reader reads from.</param>
    /// <param name="reader">The reader. It may take the stream again while it owns the stream: an earlier attempt may
    /// not have ended yet.</param>
    /// <returns>Whether the reader is the owner now; <see langword="false"/> while another reader is the
    /// owner.</returns>
    public bool TryTake(BorrowedStream stream, object reader)
    {
        lock (ReadLock)
        {
            if (_current is not null && !ReferenceEquals(_reader, reader))
            {
                return false;
            }

            (_current, _reader) = (stream, reader);

            return true;
        }
    }

    /// <summary>Gets whether a reader still owns the stream.</summary>
    public bool IsOwner(BorrowedStream stream)
    {
        lock (ReadLock)
        {
            return _current == stream;
        }
    }

    /// <summary>Ends the ownership of a reader.</summary>
    public void Release(BorrowedStream stream)
    {
        lock (ReadLock)
        {
            if (_current == stream)
            {
                (_current, _reader) = (null, null);
            }
        }
    }
}
