using System.Globalization;
using OpenAIImages.Benchmarks.Processes;
using OpenAIImages.Benchmarks.Stages;
using static OpenAIImages.Benchmarks.Report.Rival;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>The promises about speed, memory and size.</summary>
/// <remarks>
/// Every promise holds in every case that it names: with large and small reads, and with and without a length. Times
/// are compared within one run, because microseconds of two machines cannot be compared.
/// </remarks>
internal static class Targets
{
    private const double Kilo = 1_024;
    private const double Million = 1_000_000;
    private const double NanosecondsInSecond = 1_000_000_000;

    public static IReadOnlyList<Target> All { get; } =
    [
        Faster("A picture to bytes, 1 x 2 MiB", 3.5, nameof(ReplyToBytes), "1 x 2 MiB"),
        Faster("A picture to bytes, 4 x 2 MiB", 3.5, nameof(ReplyToBytes), "4 x 2 MiB"),
        Faster("A picture to bytes, 1 x 16 MiB", 5, nameof(ReplyToBytes), "1 x 16 MiB"),
        AllocatedOfPicture("A picture to bytes", 1.002, nameof(ReplyToBytes)),
        OfFloor("A picture to bytes", 1.5, nameof(ReplyToBytes)),

        Faster("A picture to a destination", 14, nameof(ReplyToDestination)),
        Allocated("A picture to a destination", 4, nameof(ReplyToDestination), "1 x "),
        Allocated("Four pictures to a destination", 5, nameof(ReplyToDestination), "4 x "),
        OfFloor("A picture to a destination", 1.2, nameof(ReplyToDestination)),

        Faster("Over loopback to bytes, one call after the other", 2, nameof(RoundTrip), "1 at once"),
        Faster(
            "Over loopback to a destination, one call after the other",
            2.5,
            nameof(RoundTrip),
            "1 at once",
            OursToDestination),
        OfFloor(
            "Over loopback to a destination, one call after the other",
            1.3,
            nameof(RoundTrip),
            "1 at once",
            OursToDestination),
        Faster("Over loopback to bytes, 64 calls at once", 2, nameof(ManyAtOnce)),
        Faster(
            "Over loopback to a destination, 64 calls at once", 2.5, nameof(ManyAtOnce), rival: OursToDestination),

        Faster("Three events to bytes", 20, nameof(EventsToBytes)),
        AllocatedOfPicture("Three events to bytes", 1.001, nameof(EventsToBytes)),
        Faster("Three events to a destination", 70, nameof(EventsToDestination)),
        Allocated("Three events to a destination", 6, nameof(EventsToDestination)),

        Faster("Base64 with every slash escaped", 4, nameof(EscapedReply), "1 x 2 MiB, slashes"),

        Faster("200 pictures of 8 MiB at once to files", 3, nameof(SaveToFiles)),
        AtMost(
            "200 pictures of 8 MiB at once to files: peak of memory",
            100 * Million,
            Quantity.MB,
            nameof(SaveToFiles),
            results => [.. results.Of(nameof(SaveToFiles), "", Ours).Select(item => item.Bytes)]),
        AtMost(
            "The output file of a batch, 2,000 pictures of 2 MiB to files: peak of memory",
            100 * Million,
            Quantity.MB,
            nameof(BatchOutput),
            results => [.. results.Of(nameof(BatchOutput), BatchOutput.Large, Ours).Select(item => item.Bytes)]),

        OfOfficial("A picture of 1 KiB, the whole call", 0.8, nameof(SmallPicture)),
        Allocated("A picture of 1 KiB, the whole call", 6, nameof(SmallPicture)),
        OfOfficial("An upload of 20 MiB", 1.1, nameof(RequestToMultipart)),
        Allocated("An upload of 20 MiB", 9, nameof(RequestToMultipart)),
        AtMost(
            "A request to JSON: allocated beyond its bytes",
            1_024,
            Quantity.Bytes,
            nameof(RequestToJson),
            results => results.Compare(nameof(RequestToJson), "", Ours, Floor, (ours, floor)
                => ours.Bytes - floor.Bytes)),

        AtMost(
            "Ahead of time, without a warning: size of the program, OpenAI = 1x",
            1,
            Quantity.Times,
            nameof(ColdStart),
            results => results.Compare(nameof(ColdStart), ColdStart.AheadOfTime, Ours, Official, (ours, theirs)
                => (double)ours.ProgramBytes! / (double)theirs.ProgramBytes!)),
        OfOfficial("Ahead of time: start to the first picture", 0.75, nameof(ColdStart), ColdStart.AheadOfTime),

        AtMost(
            "The painter, 1024x1024, plain style: seconds of one core",
            0.4,
            Quantity.Seconds,
            nameof(PainterCost),
            results => SecondsOfPainter(results, PainterCost.PlainStyle)),
        AtMost(
            "The painter, 1024x1024, every style: seconds of one core",
            1,
            Quantity.Seconds,
            nameof(PainterCost),
            results => SecondsOfPainter(results, "")),
        new(
            "The emulator, pictures cached, on the same cores as the client: calls a second",
            IsAtLeast: true,
            500,
            Quantity.Count,
            results => [.. results.Of(nameof(EmulatorCalls), "", Ours)
                .Select(item => EmulatorCalls.AtOnce / item.Nanoseconds * NanosecondsInSecond)],
            nameof(EmulatorCalls)),
    ];

    private static Target Faster(string what, double limit, string stage, string cases = "", string rival = Ours)
        => new(
            $"{what}: times faster than OpenAI",
            IsAtLeast: true,
            limit,
            Quantity.Times,
            results => results.Compare(stage, cases, rival, Official, (ours, theirs)
                => theirs.Nanoseconds / ours.Nanoseconds),
            stage);

    private static Target OfOfficial(string what, double limit, string stage, string cases = "")
        => Slower($"{what}: time, OpenAI = 1x", limit, stage, cases, Ours, Official);

    private static Target OfFloor(string what, double limit, string stage, string cases = "", string rival = Ours)
        => Slower($"{what}: time, floor = 1x", limit, stage, cases, rival, Floor);

    private static Target Slower(string what, double limit, string stage, string cases, string rival, string other)
        => AtMost(
            what,
            limit,
            Quantity.Times,
            stage,
            results => results.Compare(stage, cases, rival, other, (ours, theirs)
                => ours.Nanoseconds / theirs.Nanoseconds));

    private static Target Allocated(string what, double kiB, string stage, string cases = "")
        => AtMost(
            $"{what}: allocated",
            kiB * Kilo,
            Quantity.KiB,
            stage,
            results => [.. results.Of(stage, cases, Ours).Select(item => item.Bytes)]);

    private static Target AllocatedOfPicture(string what, double limit, string stage)
        => AtMost(
            $"{what}: allocated, picture bytes = 1x",
            limit,
            factor => factor.ToString("0.0000x", CultureInfo.InvariantCulture),
            stage,
            results => [.. results.Of(stage, "", Ours).Select(item => item.Bytes / item.PictureBytes)]);

    private static Target AtMost(
        string what, double limit, Func<double, string> write, string stage, Func<ResultSet, double[]> reached)
        => new(what, IsAtLeast: false, limit, write, reached, stage);

    private static double[] SecondsOfPainter(ResultSet results, string style)
        => [.. results.Of(nameof(PainterCost), style, Painter).Select(item => item.Nanoseconds / NanosecondsInSecond)];
}
