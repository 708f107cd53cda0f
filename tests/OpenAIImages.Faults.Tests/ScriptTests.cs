using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>A thousand calls, each with its own faults, keep every promise of the client.</summary>
[Collection(nameof(Alone))]
public sealed class ScriptTests(PlayedScripts played, ITestOutputHelper output)
{
    [Fact]
    public void Every_call_ends_with_the_right_pictures_or_with_one_typed_exception()
    {
        output.WriteLine(string.Join(", ", played.Reports
            .CountBy(report => report.Outcome?.End ?? Ends.None).Select(ends => $"{ends.Value} {ends.Key}")));

        AssertKept(Judge.OfEnd);
    }

    [Fact]
    public void Each_picture_is_paid_for_once_unless_the_service_asks_for_a_retry()
    {
        output.WriteLine(
            $"{played.Reports.Sum(report => report.Attempts)} attempts, " +
            $"{played.Reports.Sum(report => report.RequestsPaid)} paid, " +
            $"{played.Reports.Count(report => report.RequestsPaid > 1)} twice because the service asked");

        AssertKept(Judge.OfMoney);
    }

    [Fact]
    public void Each_file_is_whole_or_absent()
    {
        output.WriteLine($"{played.Reports.Sum(report => report.Files.Count)} files");

        AssertKept(Judge.OfFiles);
    }

    [Fact]
    public void No_connection_is_left_open() => AssertKept(Judge.OfConnections);

    [Fact]
    public void Every_buffer_is_given_back_to_the_pool()
    {
        output.WriteLine($"{played.BuffersRented} buffers");

        Assert.InRange(played.BuffersRented, 1, int.MaxValue);
        Assert.Equal(0, played.BuffersMissing);
    }

    [Fact]
    public void No_exception_is_lost_in_a_forgotten_task() => Assert.Empty(played.Unobserved);

    [Fact]
    public void Logs_and_traces_hold_no_key_no_prompt_and_no_part_of_a_picture()
    {
        output.WriteLine(
            $"{played.Reports.Sum(report => (long)report.Emitted.Length)} characters, {played.Traces.Length} of spans");

        AssertKept(Judge.OfSecrets);
        Assert.All(played.Reports, report => Assert.NotEmpty(report.Emitted));
        Assert.Contains("/v1/images/", played.Traces);
        Assert.Empty(Secrets.FindIn(played.Traces, played.Reports.SelectMany(report => report.Script.Order.Pictures)));
    }

    [Fact]
    public void No_redirect_leads_to_another_host()
    {
        Assert.Equal(0, played.StrangersVisitors);
        Assert.True(PlayedScripts.IsOneAlone
            || played.Reports.Any(report => report.Script.Faults.Any(fault => fault.Name.Contains("Location: http"))));
    }

    [Fact]
    public void The_scripts_try_every_operation_and_every_end()
    {
        Assert.SkipWhen(PlayedScripts.IsOneAlone, "One script is played alone.");

        Assert.All(
            Enum.GetValues<Operation>(),
            operation => Assert.Contains(played.Reports, report => report.Script.Operation == operation));
        Assert.All(
            Enum.GetValues<Ends>().Except([Ends.None, Ends.Repeated]),
            end => Assert.Contains(played.Reports, report => report.Outcome?.End == end));
    }

    private void AssertKept(Func<ScriptReport, IEnumerable<string>> promise)
        => Assert.Empty(
            from report in played.Reports
            from breach in promise(report)
            select $"{report.Script}{Environment.NewLine}{breach}");
}
