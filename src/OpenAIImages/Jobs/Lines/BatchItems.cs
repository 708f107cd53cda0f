using OpenAIImages.Many.Running;

namespace OpenAIImages.Jobs;

/// <summary>The pieces that go into batches, one at a time.</summary>
/// <remarks>A list can be read again for another attempt. A lazy sequence cannot.</remarks>
internal sealed class BatchItems : IAsyncDisposable
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ImageWorkItem>? _list;
    private readonly IAsyncEnumerator<ImageWorkItem>? _sequence;
    private Task<bool>? _moving;
    private ImageWorkItem? _next;

    /// <param name="items">The pieces.</param>
    /// <param name="cancellationToken">The token for the sequence.</param>
    public BatchItems(IAsyncEnumerable<ImageWorkItem> items, CancellationToken cancellationToken)
    {
        _list = (items as ItemList)?.Items;
        _sequence = _list is null ? items.GetAsyncEnumerator(cancellationToken) : null;
    }

    /// <summary>Gets whether <see cref="Rewind"/> can be called.</summary>
    public bool CanRewind => _list is not null;

    /// <summary>Gets the number of pieces that were taken.</summary>
    public int Position { get; private set; }

    /// <summary>Returns the next piece without taking it.</summary>
    /// <returns>The piece; <see langword="null"/> at the end.</returns>
    /// <exception cref="ArgumentException">The piece is <see langword="null"/>.</exception>
    public async ValueTask<ImageWorkItem?> PeekAsync(CancellationToken cancellationToken)
    {
        if (_next is not null)
        {
            return _next;
        }

        if (_list is not null)
        {
            return _next = Position < _list.Count ? NotNull(_list[Position]) : null;
        }

        // The wait ends with the attempt. The sequence itself may ignore the token.
        var moving = _moving ??= _sequence!.MoveNextAsync().AsTask();
        var hasNext = await new ValueTask<bool>(moving)
            .OrAbandonAsync(onLateResult: null, cancellationToken).ConfigureAwait(false);
        if (!hasNext)
        {
            return null;
        }

        _moving = null;

        return _next = NotNull(_sequence!.Current);
    }

    /// <summary>Takes the piece that <see cref="PeekAsync"/> returned.</summary>
    /// <exception cref="ImageBatchException">Another piece has the same id.</exception>
    public void Take()
    {
        if (!_ids.Add(_next!.Id))
        {
            throw ImageBatchException.Duplicate(_next.Id);
        }

        _next = null;
        Position++;
    }

    /// <summary>Goes back to a position.</summary>
    public void Rewind(int position)
    {
        while (Position > position)
        {
            _ids.Remove(_list![--Position].Id);
        }

        _next = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_sequence is null)
        {
            return;
        }

        if (_moving is { } pending)
        {
            // A sequence must not be disposed of while it moves. The result of the move comes too late to matter.
            await Task.WhenAny(pending).ConfigureAwait(false);
        }

        await _sequence.DisposeAsync().ConfigureAwait(false);
    }

    private static ImageWorkItem NotNull(ImageWorkItem? item)
        => item ?? throw new ArgumentException("The sequence of pieces holds a null.");
}
