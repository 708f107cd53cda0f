using System.Runtime.CompilerServices;

namespace OpenAIImages.Inputs;

/// <summary>The one reader that a caller's stream has at a time, whichever inputs are made of it.</summary>
/// <remarks>Two calls that read one stream at once would each send bytes of the other. Safe for concurrent
/// use.</remarks>
internal sealed class StreamUse
{
    private static readonly ConditionalWeakTable<Stream, StreamUse> Uses = new();

    private object? _reader;
    private BorrowedStream? _current;

    /// <summary>Gets what keeps the reads of a stream apart.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public static StreamUse Of(Stream stream) => Uses.GetValue(stream, static _ => new StreamUse());

    /// <summary>Lets a reader have the stream.</summary>
    /// <param name="stream">What the reader reads from.</param>
    /// <param name="reader">The reader. One that comes again takes the place of itself: an earlier attempt may be
    /// about to end.</param>
    /// <returns>Whether it may; not while another reads.</returns>
    public bool TryEnter(BorrowedStream stream, object reader)
    {
        lock (Turn)
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
    public bool Has(BorrowedStream stream)
    {
        lock (Turn)
        {
            return _current == stream;
        }
    }

    /// <summary>Says that a reader is done.</summary>
    public void Leave(BorrowedStream stream)
    {
        lock (Turn)
        {
            if (_current == stream)
            {
                (_current, _reader) = (null, null);
            }
        }
    }
}
