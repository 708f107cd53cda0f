using Hangfire;
using Hangfire.Storage;
using Hangfire.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace PictureWorkers;

/// <summary>Reports the outcomes of the jobs.</summary>
/// <remarks>The report counts jobs by their states, because the statistics of the storage lag behind.</remarks>
internal sealed class JobReport(JobStorage storage, IOptions<WorkerOptions> options)
{
    private const int PageSize = 500;

    private readonly IMonitoringApi _jobs = storage.GetMonitoringApi();

    public void Write(TextWriter output)
    {
        var failed = Failed().ToArray();
        var parked = failed.Where(job => IsPossiblyBilled(job.Value)).ToArray();
        var queued = _jobs.Queues().Sum(queue => queue.Length + (queue.Fetched ?? 0));
        var processing = All(_jobs.ProcessingJobs).Count();
        output.WriteLine($"succeeded {All(_jobs.SucceededJobs).Count()}");
        output.WriteLine($"possibly billed {parked.Length}");
        output.WriteLine($"failed {failed.Length - parked.Length}");
        output.WriteLine($"under way {processing}");
        output.WriteLine($"waiting {queued + All(_jobs.ScheduledJobs).Count()}");
        foreach (var (id, job) in failed)
        {
            var isThere = DrawJob.HasPicture(DrawJob.PathOf(options.Value, id)) ? "the picture is there" : "no picture";
            output.WriteLine($"{id}  {job.FailedAt:u}  {isThere}  {job.Job?.Args[0]}  {job.ExceptionMessage}");
        }
    }

    /// <summary>Puts the possibly billed jobs into the queue again.</summary>
    /// <returns>The number of jobs. A job whose picture exists costs nothing.</returns>
    public int Requeue(IBackgroundJobClient client)
        => Failed().Where(job => IsPossiblyBilled(job.Value)).ToArray().Count(job => client.Requeue(job.Key));

    private static bool IsPossiblyBilled(FailedJobDto job)
        => job.ExceptionType == typeof(PossiblyBilledException).FullName;

    private IEnumerable<KeyValuePair<string, FailedJobDto>> Failed() => All(_jobs.FailedJobs);

    private static IEnumerable<KeyValuePair<string, T>> All<T>(Func<int, int, JobList<T>> read)
    {
        for (var from = 0; ; from += PageSize)
        {
            var page = read(from, PageSize);
            foreach (var job in page)
            {
                yield return job;
            }

            if (page.Count < PageSize)
            {
                break;
            }
        }
    }
}
