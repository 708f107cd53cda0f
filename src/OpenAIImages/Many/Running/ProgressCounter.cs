namespace OpenAIImages.Many.Running;

/// <summary>Counts and reports the progress of a large job.</summary>
/// <param name="options">The settings of the job.</param>
/// <param name="parallelism">The number of calls that may be under way.</param>
internal sealed class ProgressCounter(ImageManyOptions options, Parallelism parallelism)
{
    private readonly long _began = options.TimeProvider.GetTimestamp();
    private int _done;
    private int _failed;
    private int _skipped;
    private int _underWay;
    private int _priced;
    private decimal _cost;

    public void Begin()
    {
        _underWay++;
        Report();
    }

    public void End(ImageWorkResult result)
    {
        _underWay--;
        if (result.Status == ImageWorkStatus.Done)
        {
            _done++;
        }
        else if (result.Status == ImageWorkStatus.Skipped)
        {
            _skipped++;
        }
        else
        {
            _failed++;
        }

        if (result.Cost is { } cost)
        {
            _cost += cost;
            _priced++;
        }

        Report();
    }

    private void Report()
    {
        if (options.Progress is not { } progress)
        {
            return;
        }

        var elapsed = options.TimeProvider.GetElapsedTime(_began);
        var ended = _done + _failed;
        var rest = options.Total - ended - _skipped;
        progress.Report(new ImageManyProgress
        {
            Done = _done,
            Skipped = _skipped,
            Failed = _failed,
            UnderWay = _underWay,
            Total = options.Total,
            Parallelism = parallelism.Current,
            Cost = _cost,
            CostOfRest = _priced > 0 && rest >= 0 ? _cost / _priced * rest : null,
            Elapsed = elapsed,
            Left = ended > 0 && rest >= 0 ? TimeSpan.FromTicks(elapsed.Ticks / ended * rest.Value) : null,
        });
    }
}
