using System.Collections;

namespace OpenAIImages.Batches.Running;

/// <summary>A list of pieces that reports each piece when a reader first reaches it.</summary>
/// <param name="items">The pieces.</param>
/// <param name="reach">Is called once for each piece, in the order of the list.</param>
internal sealed class WatchedItems(IReadOnlyList<ImageWorkItem> items, Action<ImageWorkItem?> reach)
    : IReadOnlyList<ImageWorkItem>
{
    private int _reached;

    public int Count => items.Count;

    public ImageWorkItem this[int index]
    {
        get
        {
            var item = items[index];
            if (index == _reached)
            {
                _reached++;
                reach(item);
            }

            return item;
        }
    }

    public IEnumerator<ImageWorkItem> GetEnumerator()
    {
        for (var index = 0; index < items.Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
