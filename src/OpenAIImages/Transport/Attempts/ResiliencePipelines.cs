using Polly;

namespace OpenAIImages.Transport;

/// <summary>Builds the pipeline of a call: its retries, and the strategies of the options around each
/// attempt.</summary>
/// <remarks>No strategy limits the time of the whole call. With our retries, an attempt gets no more than the rest of
/// that time, and no wait begins that would outlast it. The user's pipeline runs within a
/// <see cref="TimeLimit"/>.</remarks>
internal static class ResiliencePipelines
{
    /// <summary>Builds the pipeline of a set of options.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Build(ImageClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider };
        if (options.UserPipeline is null)
        {
            builder.AddImageRetry();
        }
        else
        {
            options.AddUserPipeline!(builder, options);
        }

        options.AddLimiter?.Invoke(builder, options);
        options.AddCircuitBreaker?.Invoke(builder, options);

        return builder.Build();
    }

    /// <summary>Puts the user's own pipeline in place of the retries.</summary>
    public static void AddUserPipeline(
        ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
        => builder.AddPipeline(options.UserPipeline!);
}
