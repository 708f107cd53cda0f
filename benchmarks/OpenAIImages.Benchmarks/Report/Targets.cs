using OpenAIImages.Benchmarks.Processes;
using OpenAIImages.Benchmarks.Stages;
using static OpenAIImages.Benchmarks.Report.Rival;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>What the client promises about speed, memory and size.</summary>
/// <remarks>
/// Every promise holds in every case that it names: with large reads and small ones, with a length and without. Times
/// are compared within one run, since microseconds of two machines say nothing.
/// </remarks>
internal static class Targets
{
    private const double Kilo = 1_024;
    private const double Million = 1_000_000;

    public static IReadOnlyList<Target> All { get; } =
    [
        Faster("A picture to bytes, 1 x 2 MiB", 4, nameof(ReplyToBytes), "1 x 2 MiB"),
        Faster("A picture to bytes, 4 x 2 MiB", 4, nameof(ReplyToBytes), "4 x 2 MiB"),
        Faster("A picture to bytes, 1 x 16 MiB", 5, nameof(ReplyToBytes), "1 x 16 MiB"),
        AllocatedOfPicture("A picture to bytes", 1.002, nameof(ReplyToBytes)),
        OfFloor("A picture to bytes", 1.15, nameof(ReplyToBytes)),

        Faster("A picture to a destination, 1 x 2 MiB", 14, nameof(ReplyToDestination), "1 x 2 MiB"),
        Faster("A picture to a destination, 4 x 2 MiB", 17, nameof(ReplyToDestination), "4 x 2 MiB"),
        Faster("A picture to a destination, 1 x 16 MiB", 17, nameof(ReplyToDestination), "1 x 16 MiB"),
        Allocated("A picture to a destination", 3, nameof(ReplyToDestination)),
        OfFloor("A picture to a destination", 1, nameof(ReplyToDestination)),

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
        Faster("Over loopback to bytes, 64 calls at once", 2.2, nameof(RoundTrip), "64 at once"),

        Faster("Three events to bytes", 22, nameof(EventsToBytes)),
        AllocatedOfPicture("Three events to bytes", 1.001, nameof(EventsToBytes)),
        Faster("Three events to a destination", 70, nameof(EventsToDestination)),
        Allocated("Three events to a destination", 4, nameof(EventsToDestination)),

        Faster("Base64 with every slash escaped", 4, nameof(EscapedReply), "1 x 2 MiB, slashes"),

        OfOfficial("A picture of 1 KiB, the whole call", 0.7, nameof(SmallPicture)),
        Allocated("A picture of 1 KiB, the whole call", 6, nameof(SmallPicture)),
        OfOfficial("An upload of 20 MiB", 1, nameof(RequestToMultipart)),
        Allocated("An upload of 20 MiB", 9, nameof(RequestToMultipart)),
        new(
            "A request to JSON: allocated beyond its buffer",
            IsAtLeast: false,
            0,
            Quantity.Bytes,
            results => results.Compare(nameof(RequestToJson), "", Ours, Floor, (ours, floor)
                => ours.Bytes - floor.Bytes),
            nameof(RequestToJson)),

        Faster("200 pictures of 8 MiB at once to files", 4, nameof(SaveToFiles)),
        new(
            "200 pictures of 8 MiB at once to files: peak of memory",
            IsAtLeast: false,
            100 * Million,
            Quantity.MB,
            results => [.. results.Of(nameof(SaveToFiles), "", Ours).Select(item => item.Bytes)],
            nameof(SaveToFiles)),
        new(
            "Ahead of time, without a warning: size of the program",
            IsAtLeast: false,
            7.0 * Million,
            Quantity.MB,
            results => [.. results.Of(nameof(ColdStart), ColdStart.AheadOfTime, Ours)
                .Select(item => (double)item.ProgramBytes!)],
            nameof(ColdStart)),
        OfOfficial("Ahead of time: start to the first picture", 0.75, nameof(ColdStart), ColdStart.AheadOfTime),
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
        => Slower($"{what}: time, of OpenAI's", limit, stage, cases, Ours, Official);

    private static Target OfFloor(string what, double limit, string stage, string cases = "", string rival = Ours)
        => Slower($"{what}: time, of the floor's", limit, stage, cases, rival, Floor);

    private static Target Slower(string what, double limit, string stage, string cases, string rival, string other)
        => new(
            what,
            IsAtLeast: false,
            limit,
            Quantity.Times,
            results => results.Compare(stage, cases, rival, other, (ours, theirs)
                => ours.Nanoseconds / theirs.Nanoseconds),
            stage);

    private static Target Allocated(string what, double kiB, string stage)
        => new(
            $"{what}: allocated",
            IsAtLeast: false,
            kiB * Kilo,
            Quantity.KiB,
            results => [.. results.Of(stage, "", Ours).Select(item => item.Bytes)],
            stage);

    private static Target AllocatedOfPicture(string what, double limit, string stage)
        => new(
            $"{what}: allocated, of the pictures' bytes",
            IsAtLeast: false,
            limit,
            factor => factor.ToString("0.0000x", System.Globalization.CultureInfo.InvariantCulture),
            results => [.. results.Of(stage, "", Ours).Select(item => item.Bytes / item.PictureBytes)],
            stage);
}
