using OpenAIImages.Diagnostics;

namespace OpenAIImages.Jobs;

/// <summary>Measures the reading of a batch's results for telemetry.</summary>
internal sealed class BatchReading : IDisposable
{
    private readonly JobTelemetry? _telemetry;
    private int _lines;
    private int _images;

    /// <param name="options">The options in force.</param>
    /// <param name="batch">The batch.</param>
    public BatchReading(ImageClientOptions options, ImageBatch batch)
    {
        _telemetry = JobTelemetry.Begin(TelemetryNames.Span.ReadBatchResults, options);
        _telemetry?.SetBatch(batch.Id);
    }

    /// <summary>Passes results on and counts them.</summary>
    public async IAsyncEnumerable<ImageBatchResult> WatchAsync(IAsyncEnumerable<ImageBatchResult> results)
    {
        var reading = results.GetAsyncEnumerator();
        await using (reading.ConfigureAwait(false))
        {
            while (await MoveNextAsync(reading).ConfigureAwait(false))
            {
                _lines++;
                _images += reading.Current.Images.Count(image => !image.IsWithheld);
                yield return reading.Current;
            }
        }
    }

    public void Dispose()
    {
        _telemetry?.SetResults(_lines, _images);
        _telemetry?.Dispose();
    }

    // This is a separate method, since an iterator cannot catch around a yield.
    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ImageBatchResult> reading)
    {
        _telemetry?.MakeCurrent();
        try
        {
            return await reading.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _telemetry?.Fail(e);
            throw;
        }
    }
}
