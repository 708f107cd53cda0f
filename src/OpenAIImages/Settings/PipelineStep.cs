using Polly;

namespace OpenAIImages.Settings;

/// <summary>Adds to a pipeline what a set of options asks for.</summary>
/// <param name="builder">The builder of the pipeline.</param>
/// <param name="options">The options.</param>
internal delegate void PipelineStep(
    ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options);
