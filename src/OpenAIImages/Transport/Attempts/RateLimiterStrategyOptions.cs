using Polly;

namespace OpenAIImages.Transport;

/// <summary>Names the strategy, as Polly asks for.</summary>
internal sealed class RateLimiterStrategyOptions : ResilienceStrategyOptions
{
    public RateLimiterStrategyOptions() => Name = "ImageLimiter";
}
