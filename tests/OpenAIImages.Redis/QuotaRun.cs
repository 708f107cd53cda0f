using System.Globalization;
using System.Text;

namespace OpenAIImages.Redis;

/// <summary>The calls that the service received while processes shared a limit.</summary>
/// <param name="imagesPerMinute">The limit.</param>
/// <param name="begin">The time when the processes began.</param>
/// <param name="window">The length of a window.</param>
/// <param name="arrivals">The time of each call and the number of its images, in order.</param>
/// <param name="made">The number of images that each process made.</param>
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

    /// <summary>Gets the number of images in each window; the first window starts at the beginning.</summary>
    public IReadOnlyList<int> Windows
        => [.. arrivals
            .GroupBy(call => (call.Time - begin).Ticks / window.Ticks)
            .OrderBy(group => group.Key)
            .Select(group => group.Sum(call => call.Images))];

    /// <summary>Gets the highest number of images in any window, wherever the window begins.</summary>
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
