using Polly;

namespace OpenAIImages.Settings;

/// <summary>Adds a strategy to a resilience pipeline, with the figures of a set of options.</summary>
/// <param name="builder">The builder of the pipeline.</param>
/// <param name="options">The options.</param>
internal delegate void PipelineStep(
    ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options);
