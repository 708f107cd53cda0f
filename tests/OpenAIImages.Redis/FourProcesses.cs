using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Emulator;

namespace OpenAIImages.Redis;

/// <summary>Starts four processes under one limit, and checks how many images they request together.</summary>
internal static class FourProcesses
{
    // Two processes request one image in each call, and the two others more.
    private static readonly int[] Counts = [1, 1, 2, 4];

    public static async Task CheckAsync(Checks checks)
    {
        var run = await RunAsync(imagesPerMinute: 720, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5));
        Console.WriteLine(run.ToTable());

        checks.Expect(
            run.Images <= run.AllowedInAll + 1,
            "All processes together make no more than the limit and one burst.",
            $"{run.Images} of {run.AllowedInAll:0.0}");
        checks.Expect(
            run.Images >= 0.6 * run.AllowedInAll, "The limit is used.", $"{run.Images} of {run.AllowedInAll:0.0}");

        // The time from the turn of a call to its arrival at the service varies.
        checks.Expect(
            run.MostInAnyWindow <= run.Allowed + Quota.Burst + (run.Allowed / 5),
            "No window has more than the limit and one burst.",
            run.MostInAnyWindow);
        checks.Expect(
            run.Made.All(made => made >= run.Images / 12.0),
            "Each process has its share, whatever its calls ask for.",
            string.Join(", ", run.Made));
    }

    public static async Task<QuotaRun> RunAsync(int imagesPerMinute, TimeSpan time, TimeSpan window)
    {
        using var redis = new RedisServer();
        await redis.StartAsync();
        await using var emulator = await StartEmulatorAsync();

        // The processes begin their work together, when all are ready.
        var workers = Counts.Select(count => Start(
            redis.Address,
            emulator.Endpoint.AbsoluteUri,
            Text(imagesPerMinute),
            Text(count),
            Text((long)time.TotalSeconds))).ToArray();
        await Task.WhenAll(workers.Select(worker => worker.StandardOutput.ReadLineAsync()));
        var begin = DateTimeOffset.UtcNow;
        var made = await Task.WhenAll(workers.Select(WorkAsync));

        var arrivals = emulator.Received
            .Where(request => request.Prompt != Worker.WarmUp)
            .Select(request => (request.ReceivedAt, request.Count ?? 1));

        return new QuotaRun(imagesPerMinute, begin, window, [.. arrivals], made);
    }

    /// <summary>Starts a service whose pictures take no time.</summary>
    public static Task<ImageEmulator> StartEmulatorAsync() => ImageEmulator.StartAsync(new()
    {
        Engine = new PlainPictureEngine(),
        MaxPictureEdge = 16,
        MaxReceived = 100_000,
    });

    private static Process Start(params string[] arguments)
        => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["work", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static async Task<int> WorkAsync(Process process)
    {
        using var worker = process;
        await worker.StandardInput.WriteLineAsync();
        await worker.StandardInput.FlushAsync();
        var output = await worker.StandardOutput.ReadToEndAsync();
        await worker.WaitForExitAsync();

        return int.Parse(output, CultureInfo.InvariantCulture);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
