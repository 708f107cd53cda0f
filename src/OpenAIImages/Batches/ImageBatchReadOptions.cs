namespace OpenAIImages;

/// <summary>How the results of a batch are read.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBatchReadOptions
{
    /// <summary>Gets where the images of a piece go, by its id.</summary>
    /// <value>By default nowhere: the images of one line at a time are in memory. Ids come back from the service:
    /// <see cref="ImageDestination.Directory"/> refuses one that would lead to another directory, and
    /// <see cref="ImageDestination.File"/> takes any path.</value>
    public Func<string, ImageDestination?>? Destination { get; init; }

    /// <summary>Gets which pieces are passed over, by their id, such as those that an earlier run has stored.</summary>
    /// <value>By default none. Their images are not decoded.</value>
    public Func<string, bool>? Skip { get; init; }

    /// <summary>Gets the prices by which results tell costs: those of single calls, since the share of
    /// <see cref="ImagePriceList.BatchFactor"/> is taken of them.</summary>
    /// <value>None by default.</value>
    public ImagePriceList? Prices { get; init; }

    /// <summary>Gets the model of the requests, for the costs.</summary>
    /// <value>By default that of the batch.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }
}
