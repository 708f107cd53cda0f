// Makes pictures with a job queue, on any number of machines, within one quota, and buys no picture twice.
//   dotnet run --project samples/PictureWorkers -- publish 60     puts jobs into the queue
//   dotnet run --project samples/PictureWorkers -- work           does jobs until it is stopped; start several
//   dotnet run --project samples/PictureWorkers -- report         reports their outcomes
//   dotnet run --project samples/PictureWorkers -- requeue        repeats jobs that may have been billed
// It needs PostgreSQL for the jobs and Redis for the quota: see ConnectionStrings in appsettings.json.
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process draws offline.
// Read DrawJob.cs, the job, first. Then read NeverTwice.cs and SentMark.cs, which prevent a second purchase, and
// WorkerHost.cs for the important settings.
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PictureWorkers;

var (command, rest) = args is [var first, .. var others] ? (first, others) : ("", []);
if (command is not ("publish" or "work" or "report" or "requeue"))
{
    Console.Error.WriteLine("publish COUNT | work | report | requeue");

    return 2;
}

var count = 0;
if (command == "publish" && (rest is not [var number, ..] || !int.TryParse(number, out count) || count < 1))
{
    Console.Error.WriteLine("publish COUNT: the number of jobs, 1 or more.");

    return 2;
}

var settings = command == "publish" ? rest[1..] : rest;
await using var service = await WorkerHost.BuildAsync(settings, works: command == "work");
var jobs = service.Host.Services.GetRequiredService<IBackgroundJobClient>();
switch (command)
{
    case "publish":
        Orders.Publish(jobs, count);
        Console.WriteLine($"published {count}");
        break;
    case "work":
        await service.Host.RunAsync();
        break;
    case "report":
        service.Host.Services.GetRequiredService<JobReport>().Write(Console.Out);
        break;
    case "requeue":
        Console.WriteLine($"requeued {service.Host.Services.GetRequiredService<JobReport>().Requeue(jobs)}");
        break;
}

return 0;
