namespace OpenAIImages;

/// <summary>The settings for the reading of the results of a batch.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBatchReadOptions
{
    /// <summary>Gets the function that returns the destination of the images of a piece, by its id.</summary>
    /// <value>None by default: the images of one line at a time are in memory. The ids come from the service: <see
    /// cref="ImageDestination.Directory"/> refuses an id that would lead to another directory, but <see
    /// cref="ImageDestination.File"/> accepts any path.</value>
    public Func<string, ImageDestination?>? Destination { get; init; }

    /// <summary>Gets the function that decides by its id whether a piece is skipped, for example since an earlier run
    /// has stored it.</summary>
    /// <value>None by default. The images of skipped pieces are not decoded.</value>
    public Func<string, bool>? Skip { get; init; }

    /// <summary>Gets the prices of single calls, for the costs in results. The client multiplies them by <see
    /// cref="ImagePriceList.BatchFactor"/>.</summary>
    /// <value>None by default.</value>
    public ImagePriceList? Prices { get; init; }

    /// <summary>Gets the model of the requests, for the costs.</summary>
    /// <value>The model of the batch by default.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }
}
