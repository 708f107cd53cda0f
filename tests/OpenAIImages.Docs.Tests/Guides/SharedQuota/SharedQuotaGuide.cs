using Docs.Support;
using OpenAIImages;
using RedisRateLimiting;
using StackExchange.Redis;

namespace Docs.Guides.SharedQuota;

public sealed class SharedQuotaGuide(OfflineService service) : Guide(service)
{
    // No server listens at this address: the test is about an absent Redis. tests/OpenAIImages.Redis has a server.
    private const string RedisAddress = "127.0.0.1:1,connectTimeout=200,asyncTimeout=200";

    [Fact]
    public async Task A_limit_in_Redis_rejects_calls_while_Redis_is_absent()
    {
        var redisAddress = RedisAddress;
        var imagesPerMinute = 240;
        var options = new ImageClientOptions();

        var redis = await ConnectionMultiplexer.ConnectAsync($"{redisAddress},abortConnect=false");
        var timePerImage = TimeSpan.FromMinutes(1) / imagesPerMinute;
        var bucket = new RedisTokenBucketRateLimiter<string>("images", new RedisTokenBucketRateLimiterOptions
        {
            ConnectionMultiplexerFactory = () => redis,
            TokenLimit = 4, // so many images may come at once
            TokensPerPeriod = 1,
            ReplenishmentPeriod = timePerImage,
        });
        options.UseRateLimit(new WaitingRateLimiter(bucket, new() { Period = timePerImage, OneByOne = true }));
        options.RateLimit.TurnTimeout = TimeSpan.FromMinutes(5);

        using var client = new OpenAIImageClient(options);

        try
        {
            await client.GenerateAsync("a red fox in the snow");
        }
        catch (ImageCallRejectedException notSent)
        {
            Console.WriteLine(notSent.Message); // Nothing is on the bill, and the same call may succeed later.
        }

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => client.GenerateAsync("a fox", Token));
        Assert.Equal((false, true), (rejected.MayHaveBeenBilled, rejected.IsTransient));
        Assert.Empty(Received);
        await redis.DisposeAsync();
    }
}
