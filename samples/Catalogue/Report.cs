using OpenAIImages;
using Spectre.Console;

namespace Catalogue;

/// <summary>Prints the forecast before a run, and the outcome after it.</summary>
internal static class Report
{
    private const int MostFaults = 10;

    public static void Write(Forecast forecast, int count, ImagePriceList prices)
    {
        AnsiConsole.Write(new Table()
            .AddColumns("pictures", "low", "likely", "high")
            .AddRow($"{count}", Dollars(forecast.Low), Dollars(forecast.Likely), Dollars(forecast.High)));
        AnsiConsole.WriteLine($"By the prices of {prices.AsOf:yyyy-MM-dd}.");
    }

    public static void Write(
        CatalogueRun run, IReadOnlyList<ImageWorkResult> outcomes, ImageBudget budget, decimal spentBefore)
    {
        var by = outcomes.ToLookup(outcome => outcome.Status);
        var thereAfterAll = by[ImageWorkStatus.PossiblyBilled].Count(outcome => run.HasPicture(outcome.Item));
        AnsiConsole.Write(new Table()
            .AddColumns("done", "there before", "failed", "possibly billed", "not begun", "spent", "left")
            .AddRow(
                $"{by[ImageWorkStatus.Done].Count()}",
                $"{by[ImageWorkStatus.Skipped].Count() + run.Kept.Count}",
                $"{by[ImageWorkStatus.Failed].Count()}",
                $"{by[ImageWorkStatus.PossiblyBilled].Count()}",
                $"{run.Items.Count - outcomes.Count + by[ImageWorkStatus.Canceled].Count()}",
                Dollars(spentBefore + budget.Spent),
                Dollars(budget.Left)));
        foreach (var outcome in outcomes.Where(outcome => outcome.Exception is not null).Take(MostFaults))
        {
            AnsiConsole.WriteLine($"{outcome.Item.Id}: {outcome.Exception?.Message}");
        }

        if (by[ImageWorkStatus.PossiblyBilled].Any())
        {
            AnsiConsole.WriteLine(
                $"{thereAfterAll} of the possibly billed pictures are there. --repeat-unknown buys the others again.");
        }
    }

    private static string Dollars(decimal dollars) => ProgressLine.Dollars(dollars);
}
