using OpenAIImages;

namespace Catalogue;

/// <summary>One run over the products.</summary>
/// <param name="client">The client.</param>
/// <param name="settings">What the program was told.</param>
/// <param name="work">What is to be done.</param>
/// <param name="earlier">What earlier runs did.</param>
internal sealed class CatalogueRun(
    IImageClient client, CatalogueSettings settings, CatalogueWork work, EarlierRuns earlier)
{
    /// <summary>Gets the products whose picture came in an earlier run that did not live to record it. There is
    /// nothing to buy.</summary>
    public IReadOnlyList<ImageWorkItem> Kept { get; } =
    [
        .. work.Items.Where(item =>
            settings.RepeatUnknown && earlier.IsUnknown(item.Id) && work.HasPicture(item.Id)),
    ];

    /// <summary>Gets the products of this run.</summary>
    public IReadOnlyList<ImageWorkItem> Items => [.. work.Items.Except(Kept)];

    /// <summary>Gets whether the picture of a product is on the disk.</summary>
    public bool HasPicture(ImageWorkItem item) => work.HasPicture(item.Id);

    /// <summary>Makes the pictures that are not there yet.</summary>
    /// <param name="journal">The journal of this run and of those before it.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="stop">Ends the run. What is under way is paid for, and comes all the same.</param>
    /// <returns>What became of each product that was begun.</returns>
    public async Task<IReadOnlyList<ImageWorkResult>> RunAsync(
        IImageJournal journal,
        ImageBudget budget,
        IProgress<ImageManyProgress> progress,
        CancellationTokenSource stop)
    {
        var items = Items;
        var options = new ImageManyOptions
        {
            MaxParallelism = settings.Parallel,
            Destination = item => ImageDestination.File(work.PathOf(item.Id), WhatIfTaken(item.Id)),
            Prices = budget.Prices,
            Sidecars = true,
            Journal = journal,
            RepeatPossiblyBilled = settings.RepeatUnknown,
            Total = items.Count,
            Progress = progress,
        };
        var outcomes = new List<ImageWorkResult>();
        try
        {
            await foreach (var outcome in client.WithBudget(budget).GenerateManyAsync(items, options, stop.Token))
            {
                outcomes.Add(outcome);
                if (outcome.Exception is ImageBudgetException)
                {
                    // What did not fit once does not fit for the next one either.
                    await stop.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The outcomes have come before the exception.
        }

        return outcomes;
    }

    // An unknown call may have left an empty file. Any other file that is in the way is somebody's.
    private ExistingFile WhatIfTaken(string id)
        => earlier.IsUnknown(id) && !work.HasPicture(id) ? ExistingFile.Replace : ExistingFile.Refuse;
}
