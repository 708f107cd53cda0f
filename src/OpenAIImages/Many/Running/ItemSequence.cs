using System.Globalization;

namespace OpenAIImages.Many.Running;

/// <summary>Makes the pieces of a large work of what callers have.</summary>
internal static class ItemSequence
{
    /// <summary>Names each request by its position, from 1.</summary>
    public static IAsyncEnumerable<ImageWorkItem> Number(IEnumerable<PromptedImageRequest> requests)
        => From(requests.Select((request, index) => new ImageWorkItem(
            (index + 1).ToString(CultureInfo.InvariantCulture), request)));

    /// <summary>Makes as many requests as some images need.</summary>
    public static IAsyncEnumerable<ImageWorkItem> Repeat(PromptedImageRequest request, int count)
        => Number(CallSplit.Split(request with { Count = count }));

    public static async IAsyncEnumerable<ImageWorkItem> From(IEnumerable<ImageWorkItem> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
