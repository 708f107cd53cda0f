using System.Net.Sockets;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>A judge who finds nothing proves nothing, so it is shown what it should find.</summary>
public sealed class JudgeTests
{
    private static readonly FaultScript Script = Playing.Script(Operation.GenerateToFiles);

    private static readonly byte[] Right = Script.Order.Pictures.Single();

    private static readonly ScriptReport Kept = new(
        Script, new CallOutcome(Ends.Right) { Pictures = [Right] }, Elapsed: default)
    {
        Attempts = 1,
        RequestsPaid = 1,
        AreConnectionsClosed = true,
        Files = new Dictionary<string, byte[]> { ["a.png"] = Right },
    };

    private static readonly ScriptReport Failed = Kept with
    {
        Script = Playing.Script(Operation.GenerateToFiles, new Deaf(ReadsHeaders: true)),
        Outcome = new CallOutcome(Ends.Transport),
        RequestsPaid = 0,
        Files = new Dictionary<string, byte[]>(),
    };

    [Fact]
    public void Kept_promises_are_no_breach()
    {
        Assert.Empty(Judge.Breaches(Kept));
        Assert.Empty(Judge.Breaches(Failed));
    }

    [Fact]
    public void A_wrong_end_is_one() => AssertFound(
        Judge.OfEnd,
        Kept with { Outcome = null },
        Kept with { Outcome = new CallOutcome(Ends.Transport) },
        Kept with { Outcome = new CallOutcome(Ends.None) { Error = new IOException("Not ours.") } },
        Kept with { Outcome = new CallOutcome(Ends.Right) },
        Kept with { Outcome = new CallOutcome(Ends.Right) { Pictures = [Right[..^1]] } },
        Failed with { Outcome = new CallOutcome(Ends.Cancelled) });

    [Fact]
    public void Paying_twice_is_one() => AssertFound(
        Judge.OfMoney,
        Kept with { RequestsPaid = 2 },
        Kept with { Attempts = 2 },
        Failed with { Attempts = 4 },
        Failed with { LinkAttempts = 5 });

    [Fact]
    public async Task Keeping_silent_about_what_was_paid_for_is_one()
    {
        var refused = new Unreachable(SocketError.ConnectionRefused) { Exhausted = Ends.Transport };
        var script = Playing.Script(Operation.Generate, refused, refused, refused);

        var report = await Playing.PlayAsync(script with { IsHosted = true });

        AssertFound(Judge.OfMoney, report with { RequestsPaid = 1 });
        Assert.Empty(Judge.Breaches(report));
    }

    [Fact]
    public void A_file_left_behind_is_one() => AssertFound(
        Judge.OfFiles,
        Failed with { Files = Kept.Files },
        Kept with { Files = new Dictionary<string, byte[]> { ["a.png"] = Right[..^1] } },
        Kept with { Files = new Dictionary<string, byte[]> { ["a.png"] = Right, [".a.png.tmp"] = [] } },
        Kept with { Files = new Dictionary<string, byte[]>() });

    [Fact]
    public void A_saved_file_that_no_result_names_is_one() => AssertFound(
        Judge.OfFiles,
        Failed with { Files = Kept.Files, Outcome = new CallOutcome(Ends.Transport) { Pictures = [Right] } },
        Failed with { Outcome = new CallOutcome(Ends.Transport) { Pictures = [Right], Saved = 1 } });

    [Fact]
    public void A_picture_that_came_whole_and_is_not_handed_over_is_one()
    {
        var cut = Failed with
        {
            Script = Playing.Script(
                Operation.GenerateToFiles,
                new Cut(CutPoint.BehindPicture, Ending.Close, Framing.Length, Ends.Transport)),
            RequestsPaid = 1,
        };

        AssertFound(
            Judge.OfReceived,
            cut,
            cut with { Outcome = new CallOutcome(Ends.Transport) { Pictures = [Right[..^1]], Saved = 1 } });
        Assert.Empty(Judge.OfReceived(
            cut with { Outcome = new CallOutcome(Ends.Transport) { Pictures = [Right], Saved = 1 } }));
    }

    [Fact]
    public void A_connection_left_open_is_one()
        => AssertFound(Judge.OfConnections, Kept with { AreConnectionsClosed = false });

    [Fact]
    public void A_secret_let_out_is_one() => AssertFound(
        Judge.OfSecrets,
        Kept with { Emitted = $"Bearer {Secrets.Key}" },
        Kept with { Emitted = Script.Order.Prompt },
        Kept with { Emitted = Convert.ToBase64String(Right) },
        Kept with { Emitted = Convert.ToBase64String(Right[300..]) },
        Kept with { Emitted = $"?sig={CannedOrigin.Signature}" },
        Kept with { Arrived = ["The key came to a link."] });

    private static void AssertFound(
        Func<ScriptReport, IEnumerable<string>> promise, params IEnumerable<ScriptReport> reports)
        => Assert.All(reports, report => Assert.NotEmpty(promise(report)));
}
