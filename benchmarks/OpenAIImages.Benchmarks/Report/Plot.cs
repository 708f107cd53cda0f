using System.Globalization;
using System.Xml.Linq;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>The plot: the time and memory of each rival, as bars.</summary>
/// <remarks>
/// The SVG has no background, and its colours can be read on white and on black: a picture cannot find out the colour
/// of its page.
/// </remarks>
internal static class Plot
{
    private const int Width = 900;
    private const int NameEnd = 216;
    private const int TimeBegin = 226;
    private const int MemoryBegin = 590;
    private const int LongestBar = 200;
    private const int RowHeight = 21;
    private const int BarHeight = 13;
    private const int HeadHeight = 52;
    private const int TitleHeight = 30;
    private const int GroupGap = 14;
    private const int FootHeight = 30;

    private const string Text = "#7a828e";
    private const string Strong = "#3b82f6";
    private const string Muted = "#9aa3ae";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws the cases that were measured.</summary>
    public static string Write(ResultSet results)
    {
        var groups = PlotGroup.All
            .Select(group => (group.Title, Bars: group.Bars(results)))
            .Where(group => group.Bars.Any(bar => bar.Rival == Rival.Official))
            .ToArray();
        var height = HeadHeight + FootHeight
            + groups.Sum(group => TitleHeight + GroupGap + RowHeight * group.Bars.Count);
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute("width", Width),
            new XAttribute("height", height),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"),
            new XAttribute("font-size", 13),
            new XAttribute("fill", Text),
            new XElement(Svg + "title", "Time and memory of OpenAIImages beside other clients; less is better."),
            Label(TimeBegin, 26, $"Time, {Rival.NameOf(Rival.Official)} = 100 %", isBold: true),
            Label(MemoryBegin, 26, "Allocated, the pictures' bytes = 1x", isBold: true),
            Label(TimeBegin, height - 10, $"Less is better. {Footnote(results)}"));
        var slowest = groups
            .SelectMany(group => group.Bars.Select(bar => Time(bar, group.Bars)))
            .DefaultIfEmpty(1)
            .Max();
        var largest = groups.SelectMany(group => group.Bars.Select(Memory)).DefaultIfEmpty(1).Max();
        var top = HeadHeight;
        foreach (var (title, bars) in groups)
        {
            picture.Add(Label(TimeBegin, top + 16, title, isBold: true));
            top += TitleHeight;
            foreach (var bar in bars)
            {
                picture.Add(Row(bar, Time(bar, bars), slowest, largest, top));
                top += RowHeight;
            }

            top += GroupGap;
        }

        return picture + "\n";
    }

    private static IEnumerable<XElement> Row(
        Measurement bar, double time, double slowest, double largest, int top)
    {
        var isOurs = bar.Rival.StartsWith(Rival.Ours, StringComparison.Ordinal);
        var colour = isOurs ? Strong : Muted;
        var name = Label(NameEnd, top + 11, Rival.NameOf(bar.Rival), isOurs, isOurs ? Strong : null);
        name.SetAttributeValue("text-anchor", "end");
        var timeText = isOurs && time < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{Quantity.Percent(time)}, {1 / time:0.0} times faster")
            : Quantity.Percent(time);

        return
        [
            name,
            .. Bar(TimeBegin, top, time / slowest, timeText, colour, isOurs),
            .. Bar(MemoryBegin, top, Memory(bar) / largest, Quantity.Times(Memory(bar)), colour, isOurs),
        ];
    }

    private static IEnumerable<XElement> Bar(
        int left, int top, double share, string text, string colour, bool isOurs)
    {
        // Even the shortest bar stays visible.
        var width = Math.Max(2, Math.Round(share * LongestBar, 1));

        return
        [
            new XElement(
                Svg + "rect",
                new XAttribute("x", left),
                new XAttribute("y", top),
                new XAttribute("width", width),
                new XAttribute("height", BarHeight),
                new XAttribute("rx", 2),
                new XAttribute("fill", colour)),
            Label(left + width + 7, top + 11, text, isOurs, isOurs ? Strong : null),
        ];
    }

    private static XElement Label(double left, double top, string text, bool isBold = false, string? colour = null)
        => new(
            Svg + "text",
            new XAttribute("x", left),
            new XAttribute("y", top),
            isBold ? new XAttribute("font-weight", 600) : null,
            colour is null ? null : new XAttribute("fill", colour),
            text);

    private static double Time(Measurement bar, IReadOnlyList<Measurement> bars)
        => bar.Nanoseconds / bars.First(item => item.Rival == Rival.Official).Nanoseconds;

    private static double Memory(Measurement bar) => bar.Bytes / bar.PictureBytes;

    private static string Footnote(ResultSet results)
        => results.Stages.Count == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Measured on {results.Stages.Max(stage => stage.Taken):yyyy-MM-dd}, .NET {Environment.Version}.");
}
