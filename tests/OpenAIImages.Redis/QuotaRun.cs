using System.Globalization;
using System.Text;

namespace OpenAIImages.Redis;

/// <summary>What the service received while processes shared a limit.</summary>
/// <param name="imagesPerMinute">The limit.</param>
/// <param name="begin">When the processes began.</param>
/// <param name="window">The length of a window.</param>
/// <param name="arrivals">When each call came, and how many images it asked for, in order.</param>
/// <param name="made">How many images each process made.</param>
internal sealed class QuotaRun(
    int imagesPerMinute,
    DateTimeOffset begin,
    TimeSpan window,
    IReadOnlyList<(DateTimeOffset Time, int Images)> arrivals,
    IReadOnlyList<int> made)
{
    public IReadOnlyList<int> Made => made;

    public int Images => arrivals.Sum(call => call.Images);

    /// <summary>Gets how many images the limit allows in a window of time.</summary>
    public double Allowed => imagesPerMinute * window.TotalMinutes;

    /// <summary>Gets how many images the limit allows from the beginning to the last call.</summary>
    public double AllowedInAll => Quota.Burst + (imagesPerMinute * (arrivals[^1].Time - begin).TotalMinutes);

    /// <summary>Gets the images in each window after the other, from the beginning on.</summary>
    public IReadOnlyList<int> Windows
        => [.. arrivals
            .GroupBy(call => (call.Time - begin).Ticks / window.Ticks)
            .OrderBy(group => group.Key)
            .Select(group => group.Sum(call => call.Images))];

    /// <summary>Gets the most images in any window, wherever it begins.</summary>
    public int MostInAnyWindow
        => arrivals.Max(first => arrivals
            .Where(call => call.Time >= first.Time && call.Time - first.Time < window)
            .Sum(call => call.Images));

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"| Window of {window:c} | Images |").AppendLine("|---|---|");
        for (var i = 0; i < Windows.Count; i++)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {i + 1} | {Windows[i]} |");
        }

        return table
            .AppendLine(CultureInfo.InvariantCulture, $"| any, wherever it begins | at most {MostInAnyWindow} |")
            .AppendLine()
            .Append(CultureInfo.InvariantCulture, $"The limit: {Allowed:0} in a window, and {Quota.Burst} at once. ")
            .Append(CultureInfo.InvariantCulture, $"The processes made {string.Join(", ", made)}.")
            .ToString();
    }
}
