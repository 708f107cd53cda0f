using Polly;

namespace OpenAIImages.Transport;

/// <summary>Builds what a call runs through: its retries, and around each attempt what the options want.</summary>
/// <remarks>No strategy limits the time of the whole call. With our retries, an attempt gets no more than what is left
/// of that time, and no wait begins that would outlast it. A pipeline of the user's runs within a
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
