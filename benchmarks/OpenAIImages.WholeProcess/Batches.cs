using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Benchmarks;
using OpenAIImages.Emulator;

namespace OpenAIImages.WholeProcess;

/// <summary>A large batch through the emulator; some of its lines fail, and connections are cut while its results
/// arrive.</summary>
internal static class Batches
{
    private const string Refused = "[refused]";
    private const int Cuts = 3;
    private const int OneIn = 50;

    /// <summary>Runs the emulator until the input of this process ends: pictures of 64 KiB, a refusal for one prompt in
    /// fifty, and a cut of the first three downloads of results.</summary>
    public static async Task ServeAsync()
    {
        await using var emulator = await ImageEmulator.StartAsync(new()
        {
            Engine = new FixedPictures(64 * 1_024),
            MaxReceived = 10,
        });
        using var refusals = emulator.Fail(
            EmulatorFault.Moderation(), new FaultConditions { PromptContains = Refused });
        using var cuts = emulator.Fail(EmulatorFault.CutBody(100_000_000), new FaultConditions
        {
            AllRoutes = true,
            Times = Cuts,
            When = request => request.Path.EndsWith("/content", StringComparison.Ordinal),
        });
        Console.WriteLine(emulator.Endpoint);
        await Console.In.ReadToEndAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{refusals.Strikes} requests refused, {cuts.Strikes} connections cut"));
    }

    /// <summary>Makes the pictures, and prints the outcome.</summary>
    /// <param name="count">The number of requests.</param>
    /// <param name="folder">The folder for the pictures, which must exist.</param>
    public static async Task RunAsync(int count, string folder)
    {
        using var service = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "batches" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var endpoint = new Uri((await service.StandardOutput.ReadLineAsync())!);
        using var batches = new OpenAIImageBatchClient(
            new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint });
        var watch = Stopwatch.StartNew();

        var batch = await batches.CreateAsync(Work(count));
        var created = watch.Elapsed;
        batch = await batches.WaitAsync(
            batch, new ImageBatchWaitOptions { FirstDelay = TimeSpan.FromSeconds(1) });
        var ended = watch.Elapsed;
        var (done, refused, others) = (0, 0, 0);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var result in batches.ReadResultsAsync(
            batch, name => ImageDestination.Directory(folder, _ => name), CancellationToken.None))
        {
            if (result.Id is not { } id || !ids.Add(id))
            {
                throw new InvalidOperationException($"A result has no id, or came twice: {result.Id}.");
            }

            (done, refused, others) = result.Exception switch
            {
                null => (done + 1, refused, others),
                ImageModerationException => (done, refused + 1, others),
                _ => (done, refused, others + 1),
            };
        }

        var missing = Work(count).Count(item => !ids.Contains(item.Id));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {count} requests: {done} pictures, {refused} refused, {others} other faults, {missing} without a result
            {Directory.GetFiles(folder).Length} files
            uploaded and created after {created.TotalSeconds:0.0} s, carried out after {ended.TotalSeconds:0.0} s,
            read after {watch.Elapsed.TotalSeconds:0.0} s; peak memory {PeakMemory.InBytes() / 1_048_576.0:0} MiB
            """));
        service.StandardInput.Close();
        Console.WriteLine(await service.StandardOutput.ReadLineAsync());
        await service.WaitForExitAsync();
    }

    private static IEnumerable<ImageWorkItem> Work(int count)
        => Enumerable.Range(1, count).Select(number => new ImageWorkItem(
            string.Create(CultureInfo.InvariantCulture, $"piece-{number:00000}"),
            new GenerateImageRequest(string.Create(
                CultureInfo.InvariantCulture, $"picture {number}{(number % OneIn == 0 ? Refused : "")}"))
            {
                Model = ImageModel.GptImage2,
            }));
}
