// What only a process of its own shows. The suite starts it: "serve MIB" answers with a picture of that size until its
// input ends; "save ours|official ADDRESS FOLDER" fetches 200 of them at once and tells how long it took, in
// milliseconds, and how much memory it held at most, in bytes. "walk KIND" counts the types and methods of this package
// that a first call runs.
using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Benchmarks;
using OpenAIImages.Benchmarks.Network;
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

    case ["save", ("ours" or "official") and var rival, var address, var folder]:
        var watch = Stopwatch.StartNew();
        await (rival == "ours"
            ? SavedPictures.OursAsync(new Uri(address), folder, Count)
            : SavedPictures.OfficialAsync(new Uri(address), folder, Count));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds} {PeakMemory.InBytes()}"));

        return 0;

    case ["walk", ("generate" or "edit" or "stream" or "refused") and var kind]:
        var (types, methods) = await FirstCall.WalkAsync(kind);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{types} types, {methods} methods"));

        return 0;

    default:
        Console.Error.WriteLine("serve MIB | save ours|official ADDRESS FOLDER | walk generate|edit|stream|refused");

        return 2;
}
