using System.Globalization;

namespace OpenAIImages.Many.Running;

/// <summary>Makes the pieces of a large job from the callers' requests.</summary>
internal static class ItemSequence
{
    /// <summary>Names each request by its position, from 1.</summary>
    public static IAsyncEnumerable<ImageWorkItem> Number(IEnumerable<PromptedImageRequest> requests)
        => TakeAsync(requests.Select((request, index) => new ImageWorkItem(
            (index + 1).ToString(CultureInfo.InvariantCulture), request)));

    /// <summary>Makes as many requests as a number of images needs.</summary>
    public static IAsyncEnumerable<ImageWorkItem> Repeat(PromptedImageRequest request, int count)
        => Number(CallSplit.Split((PromptedImageRequest)(request with { Count = count }).AsCopyOf(request)));

    /// <summary>Makes a sequence. A list stays a list, so that it can be read again.</summary>
    public static IAsyncEnumerable<ImageWorkItem> From(IEnumerable<ImageWorkItem> items)
        => items is IReadOnlyList<ImageWorkItem> list ? new ItemList(list) : TakeAsync(items);

    /// <summary>Makes a sequence. The ids of a collection are compared before the first piece is taken, so that nothing
    /// is sent if an id occurs twice.</summary>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public static IAsyncEnumerable<ImageWorkItem> FromDistinct(IEnumerable<ImageWorkItem> items)
    {
        if (items is ICollection<ImageWorkItem> or IReadOnlyCollection<ImageWorkItem>)
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in items)
            {
                ItemSource.Claim(item, ids);
            }
        }

        return From(items);
    }

    private static async IAsyncEnumerable<ImageWorkItem> TakeAsync(IEnumerable<ImageWorkItem> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
