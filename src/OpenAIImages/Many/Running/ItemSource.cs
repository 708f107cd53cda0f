using System.Runtime.ExceptionServices;

namespace OpenAIImages.Many.Running;

/// <summary>Takes the pieces of a large job from their sequence, one at a time, without delaying outcomes.</summary>
/// <remarks>A fault of the sequence waits: calls under way are paid for, and their outcomes come first.</remarks>
/// <param name="items">The sequence, which may be slow, lazy or endless.</param>
/// <param name="cancellationToken">Ends the sequence.</param>
internal sealed class ItemSource(IAsyncEnumerable<ImageWorkItem> items, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ImageWorkItem> _items = items.GetAsyncEnumerator(cancellationToken);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private Task<bool>? _next;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Gets whether there may be another piece.</summary>
    public bool HasNext { get; private set; } = true;

    /// <summary>Takes the next piece, unless an outcome comes first.</summary>
    /// <param name="underWay">The pieces under way.</param>
    /// <returns>The piece; <see langword="null"/> when an outcome came first, or when there is no further piece.
    /// </returns>
    public async ValueTask<ImageWorkItem?> TryTakeAsync(List<Task<ImageWorkResult>> underWay)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = _next ??= _items.MoveNextAsync().AsTask();
            if (!next.IsCompleted && underWay.Count > 0)
            {
                await Task.WhenAny([next, .. underWay]).ConfigureAwait(false);
            }

            if (!next.IsCompleted && underWay.Count > 0)
            {
                return null;
            }

            HasNext = await next.ConfigureAwait(false);
            _next = null;

            return HasNext ? Claim(_items.Current, _ids) : null;
        }
        catch (Exception e)
        {
            HasNext = false;
            _next = null;
            _fault = ExceptionDispatchInfo.Capture(e);

            return null;
        }
    }

    public void ThrowIfFailed() => _fault?.Throw();

    public async ValueTask DisposeAsync()
    {
        if (_next is { } pending)
        {
            // A sequence must not be disposed of while it moves. The result of the move comes too late to matter.
            await Task.WhenAny(pending).ConfigureAwait(false);
        }

        await _items.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reserves the id of a piece.</summary>
    /// <exception cref="ArgumentException">Another piece already has the id, or the piece is <see
    /// langword="null"/>.</exception>
    public static ImageWorkItem Claim(ImageWorkItem? item, HashSet<string> ids)
        => item is null ? throw new ArgumentException("The sequence of pieces holds a null.")
            : ids.Add(item.Id) ? item
            : throw new ArgumentException($"The id {item.Id} occurs twice. Give each piece an id of its own.");
}
