using OpenAIImages.Emulator;
using StackExchange.Redis;

namespace OpenAIImages.Redis;

/// <summary>Checks outages of Redis: the client sends nothing without a lease, and every fault has the same
/// type.</summary>
internal static class Outages
{
    private const int ImagesPerMinute = 60_000;

    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(2);

    private static readonly GenerateImageRequest Fox = new("a red fox")
    {
        Model = ImageModel.GptImage2,
        Quality = ImageQuality.Low,
    };

    public static async Task CheckAsync(Checks checks)
    {
        using var server = new RedisServer();
        await using var emulator = await FourProcesses.StartEmulatorAsync();

        // The program starts before Redis.
        using var redis = await Quota.ConnectAsync(server.Address);
        using var client = Quota.CreateClient(redis, emulator.Endpoint, ImagesPerMinute, TurnTimeout);
        await ExpectRejectionAsync(checks, client, emulator, "Redis that is not there");
        await server.StartAsync();
        await ExpectRecoveryAsync(checks, client, "Redis that has started");

        await server.FreezeAsync();
        await ExpectRejectionAsync(checks, client, emulator, "Redis that is frozen", "did not come within 00:00:02");
        await server.ThawAsync();
        await ExpectRecoveryAsync(checks, client, "Redis that goes on");

        await ExpectTypedFaultsAsync(checks, client, emulator, server);
        await ExpectRejectionAsync(checks, client, emulator, "Redis that was killed");
        using var hasty = await Quota.ConnectAsync($"{server.Address},asyncTimeout=300");
        using var patient = Quota.CreateClient(hasty, emulator.Endpoint, ImagesPerMinute, TimeSpan.FromMinutes(1));
        await ExpectRejectionAsync(checks, patient, emulator, "Redis that throws", "failed when it was asked for a");
        await server.StartAsync();
        await ExpectRecoveryAsync(checks, client, "Redis that was started again");

        await ExpectMemoryAsync(checks, redis, server);
    }

    private static async Task ExpectRejectionAsync(
        Checks checks, OpenAIImageClient client, ImageEmulator emulator, string what, string message = "")
    {
        var before = emulator.Received.Count;
        var fault = await FaultOfAsync(client);

        checks.Expect(
            fault is ImageCallRejectedException { MayHaveBeenBilled: false }
                && fault.Message.Contains(message, StringComparison.Ordinal),
            $"{what} rejects the call.",
            fault is null ? "no fault" : $"{fault.GetType().Name}: {fault.Message}");
        checks.Expect(emulator.Received.Count == before, $"{what} lets nothing be sent.");
    }

    private static async Task ExpectRecoveryAsync(Checks checks, OpenAIImageClient client, string what)
    {
        Exception? fault = null;
        for (var i = 0; i < 20; i++)
        {
            fault = await FaultOfAsync(client);
            if (fault is not ImageCallRejectedException)
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }

        checks.Expect(fault is null, $"{what} gives leases again, to the same client.", fault?.Message);
    }

    // The test kills Redis while many calls wait for their turns.
    private static async Task ExpectTypedFaultsAsync(
        Checks checks, OpenAIImageClient client, ImageEmulator emulator, RedisServer server)
    {
        var before = emulator.Received.Count;
        var calls = Enumerable.Range(0, 200).Select(_ => FaultOfAsync(client)).ToArray();
        await emulator.WaitForRequestsAsync(before + 1);
        await server.KillAsync();
        var faults = await Task.WhenAll(calls);

        var strange = faults.Where(fault => fault is not (null or ImageCallRejectedException)).ToArray();
        checks.Expect(strange.Length == 0, "Redis that dies gives no fault of its own type.", strange.FirstOrDefault());
        checks.Expect(
            faults.Count(fault => fault is null) == emulator.Received.Count - before,
            "Redis that dies lets no call be sent that fails.",
            $"{faults.Count(fault => fault is null)} made, {emulator.Received.Count - before} received");
    }

    // Leases from before a crash of Redis still count after it.
    private static async Task ExpectMemoryAsync(Checks checks, ConnectionMultiplexer redis, RedisServer server)
    {
        using var bucket = Quota.CreateBucket(redis, timePerImage: TimeSpan.FromHours(1), "slow images");
        using var all = await bucket.AcquireAsync(Quota.Burst);
        await server.KillAsync();
        await server.StartAsync();
        bool? isAcquired = null;
        while (isAcquired is null)
        {
            try
            {
                using var more = await bucket.AcquireAsync(1);
                isAcquired = more.IsAcquired;
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                // The connection is not back yet.
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        checks.Expect(
            all.IsAcquired && isAcquired == false, "Redis with an append-only file remembers what it granted.");
    }

    private static async Task<Exception?> FaultOfAsync(OpenAIImageClient client)
    {
        try
        {
            await client.GenerateAsync(Fox);

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
