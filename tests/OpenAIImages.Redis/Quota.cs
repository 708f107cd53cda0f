using System.Threading.RateLimiting;
using RedisRateLimiting;
using StackExchange.Redis;

namespace OpenAIImages.Redis;

/// <summary>The limit that processes share, as in the guide to shared quotas.</summary>
internal static class Quota
{
    /// <summary>The capacity of the bucket: the highest number of images at once.</summary>
    public const int Burst = 4;

    /// <summary>Connects to Redis; returns a connection even while Redis does not run.</summary>
    public static Task<ConnectionMultiplexer> ConnectAsync(string redis)
        => ConnectionMultiplexer.ConnectAsync($"{redis},abortConnect=false,connectTimeout=1000");

    /// <summary>Makes a client that keeps to the limit.</summary>
    public static OpenAIImageClient CreateClient(
        IConnectionMultiplexer redis, Uri endpoint, int imagesPerMinute, TimeSpan? turnTimeout = null)
    {
        var options = new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint };
        options.UseRateLimit(CreateLimiter(redis, imagesPerMinute));
        options.RateLimit.TurnTimeout = turnTimeout;

        return new OpenAIImageClient(options);
    }

    /// <summary>Makes the limiter: a bucket with one token for each image, and a queue before the bucket.</summary>
    public static WaitingRateLimiter CreateLimiter(IConnectionMultiplexer redis, int imagesPerMinute)
    {
        var timePerImage = TimeSpan.FromMinutes(1) / imagesPerMinute;

        return new WaitingRateLimiter(
            CreateBucket(redis, timePerImage),
            new WaitingRateLimiterOptions { Period = timePerImage, OneByOne = true });
    }

    /// <summary>Makes the bucket without the queue; an empty bucket refuses at once.</summary>
    public static RateLimiter CreateBucket(
        IConnectionMultiplexer redis, TimeSpan timePerImage, string name = "images")
        => new RedisTokenBucketRateLimiter<string>(name, new RedisTokenBucketRateLimiterOptions
        {
            ConnectionMultiplexerFactory = () => redis,
            TokenLimit = Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = timePerImage,
        });
}
