using OpenAIImages;

namespace Catalogue;

/// <summary>One run over the products.</summary>
/// <param name="client">The client.</param>
/// <param name="settings">The program's settings.</param>
/// <param name="work">The requests and files of all products.</param>
/// <param name="earlier">The outcomes of earlier runs.</param>
internal sealed class CatalogueRun(
    IImageClient client, CatalogueSettings settings, CatalogueWork work, EarlierRuns earlier)
{
    /// <summary>Gets the products whose picture an earlier run saved but did not record.</summary>
    /// <remarks>These products need no call.</remarks>
    public IReadOnlyList<ImageWorkItem> Kept { get; } =
    [
        .. work.Items.Where(item =>
            settings.RepeatUnknown && earlier.IsUnknown(item.Id) && work.HasPicture(item.Id)),
    ];

    /// <summary>Gets the products of this run.</summary>
    public IReadOnlyList<ImageWorkItem> Items => [.. work.Items.Except(Kept)];

    /// <summary>Gets whether the picture of a product is on the disk.</summary>
    public bool HasPicture(ImageWorkItem item) => work.HasPicture(item.Id);

    /// <summary>Makes the missing pictures.</summary>
    /// <param name="journal">The journal of this run and of earlier runs.</param>
    /// <param name="budget">The budget of this run.</param>
    /// <param name="progress">Receives the progress of the run.</param>
    /// <param name="stop">Ends the run. Running calls are paid for, and still finish.</param>
    /// <returns>The outcome of each product that was begun.</returns>
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
                    // When one call does not fit into the budget, the next one does not fit either.
                    await stop.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All outcomes come before this exception.
        }

        return outcomes;
    }

    // An unknown call may have left an empty file. Any other file of the same name belongs to the user.
    private ExistingFile WhatIfTaken(string id)
        => earlier.IsUnknown(id) && !work.HasPicture(id) ? ExistingFile.Replace : ExistingFile.Refuse;
}
