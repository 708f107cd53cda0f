using Polly;

namespace OpenAIImages.Transport;

/// <summary>Names the strategy, as Polly asks for.</summary>
internal sealed class LimiterStrategyOptions : ResilienceStrategyOptions
{
    public LimiterStrategyOptions() => Name = "ImageLimiter";
}
