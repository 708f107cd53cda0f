using System.Globalization;
using StackExchange.Redis;

namespace OpenAIImages.Redis;

/// <summary>One of several processes: makes images for a time, as many as the shared limit allows.</summary>
internal static class Worker
{
    /// <summary>The prompt of calls that do not count.</summary>
    public const string WarmUp = "warm up";

    private const int AtOnce = 6;

    /// <summary>Makes images.</summary>
    /// <param name="redis">The address of Redis.</param>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="imagesPerMinute">The limit of all processes together.</param>
    /// <param name="count">The number of images of each call.</param>
    /// <param name="time">The length of the work.</param>
    /// <returns>0. The output is a line when the process is ready, and then the number of images. The work begins at a
    /// line of the input.</returns>
    public static async Task<int> RunAsync(
        string redis, Uri endpoint, int imagesPerMinute, int count, TimeSpan time)
    {
        using var connection = await Quota.ConnectAsync(redis);
        using var client = Quota.CreateClient(connection, endpoint, imagesPerMinute);
        await WarmUpAsync(connection, endpoint);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        using var stop = new CancellationTokenSource(time);
        var request = new GenerateImageRequest("a red fox")
        {
            Model = ImageModel.GptImage2,
            Quality = ImageQuality.Low,
            Count = count,
        };
        var made = 0;

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    var result = await client.GenerateAsync(request, stop.Token);
                    Interlocked.Add(ref made, result.Images.Count);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // The time is over.
                }
            }
        }));

        Console.WriteLine(made.ToString(CultureInfo.InvariantCulture));

        return 0;
    }

    // The first calls of a process take longer between their turn and the service than all others.
    private static async Task WarmUpAsync(ConnectionMultiplexer redis, Uri endpoint)
    {
        using var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint });
        await client.GenerateAsync(new GenerateImageRequest(WarmUp) { Model = ImageModel.GptImage2 });
        await redis.GetDatabase().PingAsync();
    }
}
