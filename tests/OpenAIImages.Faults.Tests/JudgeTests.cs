using System.Net.Sockets;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>The judge finds each kind of breach. A judge that finds no breach would prove nothing.</summary>
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
    public void The_judge_finds_no_breach_in_kept_promises()
    {
        Assert.Empty(Judge.Breaches(Kept));
        Assert.Empty(Judge.Breaches(Failed));
    }

    [Fact]
    public void A_wrong_end_is_a_breach() => AssertFound(
        Judge.OfEnd,
        Kept with { Outcome = null },
        Kept with { Outcome = new CallOutcome(Ends.Transport) },
        Kept with { Outcome = new CallOutcome(Ends.None) { Error = new IOException("Not ours.") } },
        Kept with { Outcome = new CallOutcome(Ends.Right) },
        Kept with { Outcome = new CallOutcome(Ends.Right) { Pictures = [Right[..^1]] } },
        Failed with { Outcome = new CallOutcome(Ends.Cancelled) });

    [Fact]
    public void Paying_twice_is_a_breach() => AssertFound(
        Judge.OfMoney,
        Kept with { RequestsPaid = 2 },
        Kept with { Attempts = 2 },
        Failed with { Attempts = 4 },
        Failed with { LinkAttempts = 5 });

    [Fact]
    public async Task An_unreported_charge_is_a_breach()
    {
        var refused = new Unreachable(SocketError.ConnectionRefused) { Exhausted = Ends.Transport };
        var script = Playing.Script(Operation.Generate, refused, refused, refused);

        var report = await Playing.PlayAsync(script with { IsHosted = true });

        AssertFound(Judge.OfMoney, report with { RequestsPaid = 1 });
        Assert.Empty(Judge.Breaches(report));
    }

    [Fact]
    public void A_file_left_behind_is_a_breach() => AssertFound(
        Judge.OfFiles,
        Failed with { Files = Kept.Files },
        Kept with { Files = new Dictionary<string, byte[]> { ["a.png"] = Right[..^1] } },
        Kept with { Files = new Dictionary<string, byte[]> { ["a.png"] = Right, [".a.png.tmp"] = [] } },
        Kept with { Files = new Dictionary<string, byte[]>() });

    [Fact]
    public void A_saved_file_that_no_outcome_names_is_a_breach() => AssertFound(
        Judge.OfFiles,
        Failed with { Files = Kept.Files, Outcome = new CallOutcome(Ends.Transport) { Pictures = [Right] } },
        Failed with { Outcome = new CallOutcome(Ends.Transport) { Pictures = [Right], Saved = 1 } });

    [Fact]
    public void A_whole_picture_that_the_caller_does_not_get_is_a_breach()
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
    public void A_connection_left_open_is_a_breach()
        => AssertFound(Judge.OfConnections, Kept with { AreConnectionsClosed = false });

    [Fact]
    public void A_leaked_secret_is_a_breach() => AssertFound(
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
