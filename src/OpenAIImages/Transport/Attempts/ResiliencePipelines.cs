using System.Runtime.CompilerServices;
using Polly;

namespace OpenAIImages.Transport;

/// <summary>Builds what a call runs through: its retries, and around each attempt what the options want.</summary>
/// <remarks>
/// <para>One for each set of options, for as long as those are in use: a circuit must not close because the host renews
/// its handlers.</para>
/// <para>The time for the whole call needs no strategy of its own: with our retries an attempt gets no more than is
/// left of it, and no wait begins that would outlast it; a pipeline of the user's runs within a
/// <see cref="CallLimit"/>.</para>
/// </remarks>
internal static class ResiliencePipelines
{
    private static readonly ConditionalWeakTable<ImageClientOptions, ResiliencePipeline<HttpResponseMessage>> Known =
        new();

    /// <summary>Returns the pipeline of a set of options.</summary>
    /// <param name="options">The options, which do not change once they are in use.</param>
    public static ResiliencePipeline<HttpResponseMessage> For(ImageClientOptions options)
        => Known.GetValue(options, Build);

    /// <summary>Puts the user's own pipeline in place of the retries.</summary>
    public static void AddOwnPipeline(
        ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
        => builder.AddPipeline(options.OwnPipeline!);

    private static ResiliencePipeline<HttpResponseMessage> Build(ImageClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider };
        if (options.OwnPipeline is null)
        {
            builder.AddImageRetry();
        }
        else
        {
            options.AddOwnPipeline!(builder, options);
        }

        options.AddLimiter?.Invoke(builder, options);
        options.AddCircuitBreaker?.Invoke(builder, options);

        return builder.Build();
    }
}
