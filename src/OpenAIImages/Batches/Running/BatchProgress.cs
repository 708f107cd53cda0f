namespace OpenAIImages.Batches.Running;

/// <summary>Counts and reports the progress of a large job in batches.</summary>
/// <param name="options">The settings of the job.</param>
internal sealed class BatchProgress(ImageManyOptions options)
{
    private readonly long _began = options.TimeProvider.GetTimestamp();
    private int _underWay;
    private int _done;
    private int _failed;
    private decimal _cost;

    /// <summary>Reports that all batches are created.</summary>
    public void Begin(int pieces)
    {
        _underWay = pieces;
        Report();
    }

    public void End(ImageWorkResult outcome)
    {
        _underWay--;
        _done += outcome.Status == ImageWorkStatus.Done ? 1 : 0;
        _failed += outcome.Status == ImageWorkStatus.Done ? 0 : 1;
        _cost += outcome.Cost ?? 0;
        Report();
    }

    private void Report()
        => options.Progress?.Report(new ImageManyProgress
        {
            Done = _done,
            Failed = _failed,
            UnderWay = _underWay,
            Total = options.Total ?? (_done + _failed + _underWay),
            Cost = _cost,
            CostOfRest = _done > 0 && options.Prices is not null ? _cost / _done * _underWay : null,
            Elapsed = options.TimeProvider.GetElapsedTime(_began),
        });
}
