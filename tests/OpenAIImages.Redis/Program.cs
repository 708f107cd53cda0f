// One limit that several processes share, by a token bucket in Redis. It needs Debian's redis-server (.ci/redis).
//   check                runs all checks, and counts them; .ci/run calls it
//   minutes COUNT        prints how many images four processes make in each minute under one limit
//   work REDIS ADDRESS IMAGES_A_MINUTE COUNT SECONDS    is one of the four processes; a line of input begins its work
using System.Globalization;
using OpenAIImages.Redis;

return args switch
{
    ["check"] => await CheckAsync(),
    ["minutes", var count] => await MinutesAsync(Number(count)),
    ["work", var redis, var address, var imagesPerMinute, var count, var seconds]
        => await Worker.RunAsync(
            redis,
            new Uri(address),
            Number(imagesPerMinute),
            Number(count),
            TimeSpan.FromSeconds(Number(seconds))),
    _ => Explain(),
};

static async Task<int> CheckAsync()
{
    var checks = new Checks();
    await Outages.CheckAsync(checks);
    await FourProcesses.CheckAsync(checks);
    Console.WriteLine($"succeeded: {checks.Succeeded}");
    Console.WriteLine($"failed: {checks.Failed}");

    return checks.Failed == 0 ? 0 : 1;
}

static async Task<int> MinutesAsync(int count)
{
    const int imagesPerMinute = 240;
    var run = await FourProcesses.RunAsync(imagesPerMinute, TimeSpan.FromMinutes(count), TimeSpan.FromMinutes(1));
    Console.WriteLine(run.ToTable());

    return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Explain()
{
    Console.Error.WriteLine("The arguments are not known. The first lines of Program.cs list them.");

    return 2;
}
