using System.Xml.Linq;
using OpenAIImages.Benchmarks.Report;
using OpenAIImages.Benchmarks.Stages;

namespace OpenAIImages.Benchmarks.Tests;

/// <summary>The pages of the benchmarks show the measurements.</summary>
public sealed class ReportTests
{
    private const string ShapeOfReadme = "1 x 2 MiB, 16 KB reads";

    [Fact]
    public void A_target_is_met_only_if_its_worst_case_meets_it()
    {
        var target = Targets.All[0];

        Assert.True(target.IsMet(target.Reached(Results(ours: 250, oursWithSmallReads: 200))));
        Assert.False(target.IsMet(target.Reached(Results(ours: 100, oursWithSmallReads: 300))));
    }

    [Fact]
    public void The_table_of_targets_shows_the_range_and_the_command()
    {
        var table = TargetTable.Write(Results(ours: 100, oursWithSmallReads: 300), withUnmeasured: false);

        Assert.Contains(
            "| A picture to bytes, 1 x 2 MiB: times faster than OpenAI | ≥ 3.50x | 3.33x to 10.0x | **no** " +
            "| `--filter '*ReplyToBytes.*'` |",
            table,
            StringComparison.Ordinal);
        Assert.DoesNotContain("1 KiB", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_targets_names_the_promises_without_a_measurement()
    {
        var table = TargetTable.Write(Results(ours: 250, oursWithSmallReads: 250), withUnmeasured: true);

        Assert.Contains("| not measured |  | `processes BatchOutput` |", table, StringComparison.Ordinal);
        Assert.Contains("| not measured |  | `processes ManyAtOnce` |", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_a_class_compares_each_case_with_the_official_package()
    {
        var table = StageTable.Write(Results(ours: 250, oursWithSmallReads: 200).Stages[0]);

        Assert.Contains(
            $"| {ShapeOfReadme} | **OpenAIImages** | 200 ns | 2 ns | 0.20x | 2.00 MiB | 1.001x |",
            table,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_is_changed_only_between_its_markers()
    {
        const string Readme = "before\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nafter\n";

        var once = ReadmePart.Replace(Readme, Results(ours: 250, oursWithSmallReads: 200));

        Assert.StartsWith("before\n<!-- benchmarks -->\n![", once, StringComparison.Ordinal);
        Assert.EndsWith("<!-- /benchmarks -->\nafter\n", once, StringComparison.Ordinal);
        Assert.Contains("| a picture of 2 MiB, as bytes | 1.0 µs, ", once, StringComparison.Ordinal);
        Assert.DoesNotContain("old", once, StringComparison.Ordinal);
        Assert.Equal(once, ReadmePart.Replace(once, Results(ours: 250, oursWithSmallReads: 200)));
        Assert.Throws<InvalidOperationException>(() => ReadmePart.Replace("no markers", new ResultSet([])));
    }

    [Fact]
    public void The_readme_of_the_repository_has_the_markers()
        => Assert.Contains(
            "docs/benchmarks.svg",
            ReadmePart.Replace(File.ReadAllText(Repository.Readme), new ResultSet([])),
            StringComparison.Ordinal);

    [Fact]
    public void The_plot_draws_each_rival_in_proportion_to_its_time()
    {
        var plot = XElement.Parse(Plot.Write(Results(ours: 250, oursWithSmallReads: 250)));

        var widths = plot.Elements().Where(item => item.Name.LocalName == "rect")
            .Select(item => (double)item.Attribute("width")!).ToArray();
        Assert.Equal(4, widths.Length);
        Assert.Equal(4, widths[0] / widths[2], precision: 3);
    }

    [Fact]
    public void Raw_results_can_be_read_again()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var store = new ResultStore(folder.FullName);
            var written = Results(ours: 250, oursWithSmallReads: 200).Stages[0];

            store.Save(written);

            var read = Assert.Single(store.Load());
            Assert.Equal(written.Measurements, read.Measurements);
            Assert.Equal((written.Stage, written.Taken, written.Machine), (read.Stage, read.Taken, read.Machine));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_target_names_a_class_that_is_measured()
        => Assert.All(Targets.All.Where(target => target.Part is not null), target => Assert.Contains(
            target.Part,
            typeof(Targets).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)))
                .Select(type => type.Name)
                .Concat(Suite.ProcessNames)));

    // The official package takes 1,000 ns and five times the picture; ours takes the given time and the picture.
    private static ResultSet Results(double ours, double oursWithSmallReads)
    {
        const long Picture = 2 * 1_024 * 1_024;

        return new ResultSet(
        [
            new StageResult(nameof(ReplyToBytes), DateTimeOffset.UnixEpoch, "a machine",
            [
                new Measurement(Rival.Official, "1 x 2 MiB", 1_000, 10, Picture * 5, Picture),
                new Measurement(Rival.Ours, "1 x 2 MiB", ours, 2, Picture * 1.001, Picture),
                new Measurement(Rival.Official, ShapeOfReadme, 1_000, 10, Picture * 5, Picture),
                new Measurement(Rival.Ours, ShapeOfReadme, oursWithSmallReads, 2, Picture * 1.001, Picture),
            ]),
        ]);
    }
}
