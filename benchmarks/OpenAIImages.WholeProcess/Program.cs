// Runs measurements that need their own process. The suite starts it with one of these:
//   serve MIB               answers every request with a picture of MIB MiB, until its input ends
//   emulate                 runs the emulator, until its input ends
//   save RIVAL ADDRESS DIR  fetches 200 pictures at once and saves them; prints milliseconds and peak memory in bytes
//   serve-batch MIB         serves the output file of a batch with pictures of MIB MiB, until its input ends
//   batch RIVAL ADDRESS DIR COUNT  saves COUNT pictures of such a file; prints as save does
//   many RIVAL ADDRESS      makes 64 calls at once for each line of its input
//   costs                   prints docs/costs.md: the cost of 40 calls, before and after them
//   limited IMAGES          runs the emulator with pictures of 64 KiB and a limit a minute, until its input ends
//   thousands N IMAGES DIR  makes N pictures of 64 KiB under that limit (0: no limit); prints time, memory, parallelism
//   batches                 runs the emulator for batch-of, until its input ends
//   batch-of N DIR          makes N pictures by a batch, refuses 2 % of them, and cuts three connections
//   walk KIND               counts the types and methods of this package that a first call compiles
using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Benchmarks;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Emulator;
using OpenAIImages.WholeProcess;

const int BytesInMiB = 1_024 * 1_024;
const int Count = 200;

switch (args)
{
    case ["serve", var size]:
        var length = int.Parse(size, CultureInfo.InvariantCulture) * BytesInMiB;
        await using (var server = await LoopbackServer.StartAsync(ReplyBody.Json(Pictures.Make(1, length)).Bytes))
        {
            Console.WriteLine(server.Endpoint);
            await Console.In.ReadToEndAsync();
        }

        return 0;

    case ["emulate"]:
        await using (var emulator = await ImageEmulator.StartAsync())
        {
            Console.WriteLine(emulator.Endpoint);
            await Console.In.ReadToEndAsync();
        }

        return 0;

    case ["save", ("ours" or "official") and var rival, var address, var folder]:
        var watch = Stopwatch.StartNew();
        await (rival == "ours"
            ? SavedPictures.OursAsync(new Uri(address), folder, Count)
            : SavedPictures.OfficialAsync(new Uri(address), folder, Count));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds} {PeakMemory.InBytes()}"));

        return 0;

    case ["serve-batch", var size]:
        await using (var server = await BatchServer.StartAsync(
            int.Parse(size, CultureInfo.InvariantCulture) * BytesInMiB))
        {
            Console.WriteLine(server.Endpoint);
            await Console.In.ReadToEndAsync();
        }

        return 0;

    case ["batch", ("ours" or "hand" or "official") and var rival, var address, var folder, var lines]:
        var number = int.Parse(lines, CultureInfo.InvariantCulture);
        var time = Stopwatch.StartNew();
        await (rival switch
        {
            "ours" => BatchResults.OursAsync(new Uri(address), folder, number),
            "hand" => BatchResults.ByHandAsync(new Uri(address), folder, number),
            _ => BatchResults.OfficialAsync(new Uri(address), folder, number),
        });
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{time.Elapsed.TotalMilliseconds} {PeakMemory.InBytes()}"));

        return 0;

    case ["many", ("official" or "bytes" or "destination" or "floor") and var rival, var address]:
        await ManyCalls.TakeTurnsAsync(rival, new Uri(address));

        return 0;

    case ["costs"]:
        Console.Write(await CostTable.WriteAsync());

        return 0;

    case ["limited", var images]:
        var limit = int.Parse(images, CultureInfo.InvariantCulture);
        await using (var emulator = await ImageEmulator.StartAsync(new()
        {
            Engine = new FixedPictures(64 * 1_024),
            ImagesPerMinute = limit == 0 ? null : limit,
            MaxReceived = 10,
        }))
        {
            Console.WriteLine(emulator.Endpoint);
            await Console.In.ReadToEndAsync();
        }

        return 0;

    case ["thousands", var count, var images, var folder]:
        await Thousands.RunAsync(
            int.Parse(count, CultureInfo.InvariantCulture), int.Parse(images, CultureInfo.InvariantCulture), folder);

        return 0;

    case ["batches"]:
        await Batches.ServeAsync();

        return 0;

    case ["batch-of", var count, var folder]:
        await Batches.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), folder);

        return 0;

    case ["walk", ("generate" or "edit" or "stream" or "refused") and var kind]:
        var (types, methods) = await FirstCall.WalkAsync(kind);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{types} types, {methods} methods"));

        return 0;

    default:
        Console.Error.WriteLine("The arguments are not known. The first lines of Program.cs list them.");

        return 2;
}
