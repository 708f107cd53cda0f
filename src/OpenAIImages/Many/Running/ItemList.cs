namespace OpenAIImages.Many.Running;

/// <summary>A sequence of pieces that can be read again.</summary>
internal sealed class ItemList(IReadOnlyList<ImageWorkItem> items) : IAsyncEnumerable<ImageWorkItem>
{
    public IReadOnlyList<ImageWorkItem> Items => items;

    public async IAsyncEnumerator<ImageWorkItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
