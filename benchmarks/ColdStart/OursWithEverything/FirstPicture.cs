using System.Diagnostics;
using System.Diagnostics.Metrics;
using Polly;

namespace OpenAIImages.ColdStart;

internal static class FirstPicture
{
    /// <summary>Fetches a picture through a rate limit, a circuit breaker and a pipeline, with a listener for spans and
    /// one for figures, and returns its length.</summary>
    public static async Task<long> FetchAsync(Uri endpoint)
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "OpenAIImages",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(spans);
        using var figures = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "OpenAIImages")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        figures.Start();
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddImageRetry().Build();
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint }
                .UseRateLimit(imagesPerMinute: 60)
                .UseCircuitBreaker()
                .UsePipeline(pipeline));
        var result = await client.GenerateAsync(
            new GenerateImageRequest("a red fox in the snow") { Model = ImageModel.GptImage2 });

        return result.Images[0].Bytes.Length;
    }
}
