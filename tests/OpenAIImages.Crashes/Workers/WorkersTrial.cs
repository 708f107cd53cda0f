using System.Globalization;
using OpenAIImages.Emulator;

namespace OpenAIImages.Crashes.Workers;

/// <summary>Starts three processes of samples/PictureWorkers for 60 jobs, ends two of them in the middle of calls, and
/// compares the queue with the purchases.</summary>
/// <param name="program">The program.</param>
/// <param name="postgres">The connection string of an empty database.</param>
/// <param name="redis">The connection string of an empty Redis.</param>
internal sealed class WorkersTrial(string program, string postgres, string redis)
{
    private const int Jobs = 60;
    private const string WorkerHeader = "X-Worker";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A call is under way for at least this time after its request has come.
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("picture-workers-").FullName;
    private readonly Verdict _verdict = new();

    public async Task<int> RunAsync()
    {
        await using var emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            Engine = new PlainPictureEngine(),
            Latency = Latency,
            MaxPictureEdge = 64,
        });
        var purchases = new Purchases(emulator);
        try
        {
            await RunAsync(emulator.Endpoint, "publish", Jobs.ToString(CultureInfo.InvariantCulture));
            using var killed = Work(emulator.Endpoint, "killed");

            // This worker cancels its calls when it is stopped, like a worker on a machine that shuts down quickly.
            using var stopped = Work(emulator.Endpoint, "stopped", "--Workers:ShutdownTimeout", "00:00:00.1");
            using var patient = Work(emulator.Endpoint, "patient");

            var count = await purchases.WaitForNextAsync(Jobs / 6, WorkerHeader, "killed");
            await killed.KillAsync();
            Console.WriteLine($"SIGKILL after {count} paid calls");
            count = await purchases.WaitForNextAsync(Math.Max(count, Jobs / 3), WorkerHeader, "stopped");
            await stopped.TerminateAsync();
            Console.WriteLine($"SIGTERM after {count} paid calls");

            var report = await WaitAsync(emulator.Endpoint, report => report.Succeeded + report.PossiblyBilled == Jobs);
            Judge(report, purchases);
            await JudgeRequeuedAsync(report, purchases, emulator.Endpoint);
            var status = await patient.TerminateAsync();
            _verdict.Check("A worker that has time to stop ends well", status == 0, $"status {status}");
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }

        return _verdict.Status;
    }

    private void Judge(WorkersReport report, Purchases purchases)
    {
        Console.WriteLine();
        Console.WriteLine(report.Text);
        _verdict.Check(
            "No picture is bought twice",
            purchases.Twice.Count == 0,
            $"{purchases.Count} paid calls, {purchases.Twice.Count} twice");
        _verdict.Check(
            "Succeeded and possibly billed together are all",
            report.Succeeded + report.PossiblyBilled == Jobs && report.Others == 0,
            $"{report.Succeeded} + {report.PossiblyBilled} of {Jobs}");
        _verdict.Check(
            "Both workers were ended in the middle of calls", report.PossiblyBilled >= 2, $"{report.PossiblyBilled}");
        _verdict.Check(
            "Each job that succeeded has its picture",
            Pictures >= report.Succeeded && Pictures <= Jobs,
            $"{Pictures} pictures");
    }

    private async Task JudgeRequeuedAsync(WorkersReport before, Purchases purchases, Uri service)
    {
        await RunAsync(service, "requeue");
        var after = await WaitAsync(service, report => report.Succeeded == Jobs);
        _verdict.Check(
            "After requeue all jobs succeed", after.Succeeded == Jobs && Pictures == Jobs, $"{Pictures} pictures");
        _verdict.Check(
            "Only pictures that were possibly billed are bought again",
            purchases.Twice.All(before.Text.Contains) && purchases.Twice.Count <= before.PossiblyBilled,
            $"{purchases.Twice.Count} bought again by decision");
    }

    private int Pictures => Directory.GetFiles(_folder, "*.png").Count(file => new FileInfo(file).Length > 0);

    private ChildProcess Work(Uri service, string name, params string[] more)
        => ChildProcess.Start(
            program, service, Arguments(["work", .. more, $"--OpenAIImages:Headers:{WorkerHeader}", name]));

    private async Task<ChildProcess> RunAsync(Uri service, params string[] arguments)
    {
        var child = await ChildProcess.RunAsync(program, service, Arguments(arguments));

        return await child.WaitAsync() == 0
            ? child
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed:\n{child.Output}");
    }

    private async Task<WorkersReport> WaitAsync(Uri service, Predicate<WorkersReport> isEnough)
    {
        for (var began = DateTime.UtcNow; ; await Task.Delay(TimeSpan.FromSeconds(1)))
        {
            using var child = await RunAsync(service, "report");
            var report = new WorkersReport(child.Output);
            if (isEnough(report) || DateTime.UtcNow - began > Patience)
            {
                return report;
            }
        }
    }

    private IEnumerable<string> Arguments(IEnumerable<string> command) =>
    [
        .. command,
        "--ConnectionStrings:Jobs", postgres,
        "--ConnectionStrings:Quota", redis,
        "--Workers:Folder", _folder,
        "--Workers:ImagesPerMinute", "600",
        "--Workers:Burst", "4",
        "--Workers:InvisibilityTimeout", "00:00:10",
    ];
}
