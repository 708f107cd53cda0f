namespace OpenAIImages.Batches.Running;

/// <summary>Makes outcomes of a large job from the results of a batch.</summary>
internal static class BatchOutcome
{
    public static ImageWorkResult Of(ImageWorkItem item, ImageBatchResult result)
        => new(item, StatusOf(result.Exception), result.Images)
        {
            Results = result.Result is { } done ? [done] : [],
            Exception = result.Exception,
            Cost = result.Cost,
        };

    /// <summary>Makes the outcome of a piece that the results do not hold.</summary>
    public static ImageWorkResult Missing(ImageWorkItem item, ImageBatch batch, ImageClientException? cause)
    {
        var fault = batch.Status == ImageBatchStatus.Failed
            ? ImageBatchException.Failed(batch)
            : ImageBatchException.Missing(batch, item.Id, cause);

        return new(item, StatusOf(fault), []) { Exception = fault };
    }

    private static ImageWorkStatus StatusOf(ImageClientException? fault) => fault switch
    {
        null => ImageWorkStatus.Done,
        ImageBatchException { Problem: ImageBatchProblem.Cancelled } => ImageWorkStatus.Canceled,
        { MayHaveBeenBilled: true } => ImageWorkStatus.PossiblyBilled,
        _ => ImageWorkStatus.Failed,
    };
}
