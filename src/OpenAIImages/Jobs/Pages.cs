using System.Runtime.CompilerServices;

namespace OpenAIImages.Jobs;

/// <summary>Reads the pages of a list as one sequence.</summary>
internal static class Pages
{
    /// <summary>Reads a list.</summary>
    /// <param name="ask">The function that requests the page after an id, or the first page without an id.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <exception cref="ImageDecodeException">The service sends the same page again.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<string?, CancellationToken, Task<Page<T>>> ask,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        while (true)
        {
            var page = await ask(after, cancellationToken).ConfigureAwait(false);
            if (after is not null && page.LastId == after)
            {
                throw new ImageDecodeException("The service gives the same page of its list again.", "data");
            }

            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (!page.HasMore || page.LastId is null)
            {
                yield break;
            }

            after = page.LastId;
        }
    }
}
