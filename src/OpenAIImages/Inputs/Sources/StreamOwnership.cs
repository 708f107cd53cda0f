using System.Runtime.CompilerServices;

namespace OpenAIImages.Inputs;

/// <summary>The one reader that a caller's stream has at a time, whichever inputs are made of it.</summary>
/// <remarks>Two calls that read one stream at once would each send bytes of the other. Safe for concurrent
/// use.</remarks>
internal sealed class StreamOwnership
{
    private static readonly ConditionalWeakTable<Stream, StreamOwnership> Known = new();

    private object? _reader;
    private BorrowedStream? _current;

    /// <summary>Gets what keeps the reads of a stream apart.</summary>
    public SemaphoreSlim ReadLock { get; } = new(1, 1);

    public static StreamOwnership For(Stream stream) => Known.GetValue(stream, static _ => new StreamOwnership());

    /// <summary>Lets a reader have the stream.</summary>
    /// <param name="stream">What the reader reads from.</param>
    /// <param name="reader">The reader. One that comes again takes the place of itself: an earlier attempt may be
    /// about to end.</param>
    /// <returns>Whether it may; not while another reads.</returns>
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

    /// <summary>Gets whether a reader has the stream still.</summary>
    public bool IsOwner(BorrowedStream stream)
    {
        lock (ReadLock)
        {
            return _current == stream;
        }
    }

    /// <summary>Says that a reader is done.</summary>
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
