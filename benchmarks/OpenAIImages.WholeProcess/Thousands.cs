using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Benchmarks;

namespace OpenAIImages.WholeProcess;

/// <summary>Thousands of pictures through one method, with a journal, under the rate limit of a service.</summary>
internal static class Thousands
{
    private const int MostAtOnce = 32;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>Makes the pictures, and prints the outcome.</summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="imagesPerMinute">The number of images that the service makes a minute; 0 for any number.</param>
    /// <param name="folder">The folder for the pictures and the journal, which must exist.</param>
    public static async Task RunAsync(int count, int imagesPerMinute, string folder)
    {
        using var service = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "limited", imagesPerMinute.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var endpoint = new Uri((await service.StandardOutput.ReadLineAsync())!);

        await RunAsync(count, imagesPerMinute, folder, endpoint);

        service.StandardInput.Close();
        await service.WaitForExitAsync();
    }

    private static async Task RunAsync(int count, int imagesPerMinute, string folder, Uri endpoint)
    {
        using var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint });
        using var journal = await ImageFileJournal.OpenAsync(Path.Combine(folder, "journal.jsonl"), "thousands");
        var samples = new Samples();
        var options = new ImageManyOptions
        {
            MaxParallelism = MostAtOnce,
            Journal = journal,
            Destination = item => ImageDestination.File(Path.Combine(folder, item.Id)),
            Total = count,
            Progress = samples,
        };
        var requests = Enumerable.Range(1, count).Select(number => new GenerateImageRequest(
            string.Create(CultureInfo.InvariantCulture, $"picture {number}"))
        {
            Model = ImageModel.GptImage2,
        });
        var (done, failed) = (0, 0);
        var watch = Stopwatch.StartNew();
        await foreach (var outcome in client.GenerateManyAsync(requests, options))
        {
            (done, failed) = outcome.Status == ImageWorkStatus.Done ? (done + 1, failed) : (done, failed + 1);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done} pictures, {failed} failures in {watch.Elapsed.TotalSeconds:0.0} s, " +
                $"{done / watch.Elapsed.TotalSeconds:0} a second; limit {imagesPerMinute} a minute; peak memory " +
                $"{PeakMemory.InBytes() / 1_048_576.0:0} MiB"));
        Console.WriteLine();
        Console.Write(samples.ToTable());
    }

    /// <summary>Keeps the progress of each step of time.</summary>
    /// <remarks>A step without a report is like the step before: all running calls wait for the next minute of the
    /// limit.</remarks>
    private sealed class Samples : IProgress<ImageManyProgress>
    {
        private readonly List<Sample> _steps = [];

        public void Report(ImageManyProgress value)
        {
            var step = (int)(value.Elapsed / Step);
            while (_steps.Count <= step)
            {
                _steps.Add(_steps is [.., var last]
                    ? new(last.Done, last.UnderWay, last.Allowed, last.Allowed, last.Allowed)
                    : new(0, 0, value.Parallelism, value.Parallelism, value.Parallelism));
            }

            _steps[step] = new(
                value.Done,
                Math.Max(_steps[step].UnderWay, value.UnderWay),
                Math.Min(_steps[step].Least, value.Parallelism),
                Math.Max(_steps[step].Most, value.Parallelism),
                value.Parallelism);
        }

        public string ToTable()
        {
            var rows = _steps.Select((step, index) => string.Create(
                CultureInfo.InvariantCulture,
                $"| {(index + 1) * Step.TotalSeconds:0} | {step.Done} | {step.UnderWay} | " +
                    $"{step.Least} to {step.Most} |\n"));

            return "| Until second | Pictures so far | Pieces under way at most | Calls allowed |\n" +
                "|---:|---:|---:|---:|\n" + string.Concat(rows);
        }
    }

    private sealed record Sample(int Done, int UnderWay, int Least, int Most, int Allowed);
}
