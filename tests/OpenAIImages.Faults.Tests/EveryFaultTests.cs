using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>The client meets each fault of the fault book, one by one and not by chance.</summary>
public sealed class EveryFaultTests
{
    private static readonly FaultBook Book = new(Secrets.Key, new Uri("http://127.0.0.1:9/"));

    public static TheoryData<Operation> Operations => [.. Enum.GetValues<Operation>()];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_client_handles_every_cut_and_every_damage_as_promised(Operation operation)
    {
        var scripts = Book.Cuts.Concat(Book.Spoilt).Concat(Book.Well)
            .Select(fault => Playing.Script(operation, fault))
            .ToArray();

        var reports = await Playing.PlayAsync(scripts);

        Assert.Equal(scripts.Length, reports.Count);
        Playing.AssertKept(reports);
    }

    [Fact]
    public async Task The_client_handles_every_refusal_as_promised()
    {
        var reports = await Playing.PlayAsync(
            Book.Passing.Concat(Book.Final).Concat(Book.Redirects)
                .Select(fault => Playing.Script(Operation.Generate, fault)));

        Playing.AssertKept(reports);
    }

    [Fact]
    public async Task The_client_handles_every_fault_of_the_host_of_a_link_as_promised()
    {
        var scripts =
            from fault in Book.Links
            from operation in new[] { Operation.Download, Operation.LinksToFiles }
            select Playing.Script(operation) with { LinkFaults = [fault] };

        Playing.AssertKept(await Playing.PlayAsync(scripts));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_client_handles_every_reply_that_repeats_the_request_as_promised(Operation operation)
    {
        var scripts = Book.Echoes.Select(fault => Playing.Script(operation, fault)).ToArray();
        var hosted = scripts.SelectMany(script => Enum.GetValues<PrimaryKind>()
            .Select(kind => script with { IsHosted = true, Primary = kind }));

        Playing.AssertKept(await Playing.PlayAsync(scripts.Concat(hosted)));
    }

    [Theory]
    [InlineData(Operation.Download)]
    [InlineData(Operation.LinksToFiles)]
    public async Task The_client_handles_every_reply_that_repeats_the_link_as_promised(Operation operation)
        => Playing.AssertKept(await Playing.PlayAsync(
            from fault in Book.LinkEchoes
            from length in new[] { 50, 3_000 }
            let script = Playing.Script(operation)
            select script with { LinkFaults = [fault], Order = script.Order with { Length = length } }));

    [Fact]
    public async Task No_kind_of_primary_handler_follows_a_redirect_to_another_origin()
    {
        await using var stranger = new Stranger();
        var scripts =
            from fault in new FaultBook(Secrets.Key, stranger.Address).Redirects
            from kind in Enum.GetValues<PrimaryKind>()
            from operation in new[] { Operation.Generate, Operation.Edit, Operation.Stream }
            select Playing.Script(operation, fault) with { IsHosted = true, Primary = kind };

        Playing.AssertKept(await Playing.PlayAsync(scripts));

        Assert.Equal(0, stranger.Visitors);
    }

    [Theory]
    [InlineData(Operation.Generate, Framing.Length)]
    [InlineData(Operation.Generate, Framing.Chunks)]
    [InlineData(Operation.GenerateToFiles, Framing.Close)]
    [InlineData(Operation.StreamToFiles, Framing.Chunks)]
    public async Task A_reply_that_ends_after_any_byte_gives_the_right_picture_or_an_error(
        Operation operation, Framing framing)
    {
        const int LongestReply = 1_000;
        var scripts =
            from bytes in Enumerable.Range(0, LongestReply)
            let ending = bytes % 2 == 0 ? Ending.Reset : Ending.Close
            let script = Playing.Script(operation, new CutAt(bytes, ending, framing))
            select script with { Order = script.Order with { Length = 60 } };

        var reports = await Playing.PlayAsync(scripts);

        Playing.AssertKept(reports);
        Assert.Contains(reports, report => report.Outcome!.End == Ends.Right);
        Assert.Contains(reports, report => report.Outcome!.End == Ends.Transport);
    }
}
