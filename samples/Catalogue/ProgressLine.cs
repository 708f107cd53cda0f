using System.Globalization;
using OpenAIImages;
using Spectre.Console;

namespace Catalogue;

/// <summary>Shows the progress of the run, in a bar and a line.</summary>
internal sealed class ProgressLine(ProgressTask bar) : IProgress<ImageManyProgress>
{
    public void Report(ImageManyProgress now)
    {
        bar.MaxValue = now.Total ?? bar.MaxValue;
        bar.Value = now.Done + now.Skipped + now.Failed;
        bar.Description = Describe(now);
    }

    /// <summary>Describes the progress in words.</summary>
    public static string Describe(ImageManyProgress now)
        => string.Join(", ", Facts(now));

    private static IEnumerable<string> Facts(ImageManyProgress now)
    {
        yield return $"{now.Done + now.Skipped} done{(now.Skipped > 0 ? $" ({now.Skipped} before)" : "")}";
        yield return $"{now.Failed} failed";
        yield return $"{now.UnderWay} under way";
        yield return $"{Dollars(now.Cost)} so far";
        if (now.CostOfRest is { } rest)
        {
            yield return $"{Dollars(rest)} to come";
        }

        if (now.Left is { } left)
        {
            yield return left < TimeSpan.FromMinutes(2)
                ? $"{Math.Ceiling(left.TotalSeconds)} s left"
                : $"{Math.Ceiling(left.TotalMinutes)} min left";
        }
    }

    public static string Dollars(decimal dollars) => "$" + dollars.ToString("0.00", CultureInfo.InvariantCulture);
}
