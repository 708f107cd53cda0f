using OpenAIImages;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Catalogue;

/// <summary>The whole program: products, estimate, journal, budget, pictures, report.</summary>
internal sealed class CatalogueCommand : AsyncCommand<CatalogueSettings>
{
    private const int Incomplete = 1;
    private const int Refused = 2;
    private const int Stopped = 130;

    public override async Task<int> ExecuteAsync(
        CommandContext context, CatalogueSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var work = CatalogueWork.Read(settings);
            var forecast = Forecast.Of(work.Items);
            if (settings.Estimate)
            {
                Report.Write(forecast, work.Items.Count, ImagePriceList.Default);

                return 0;
            }

            return await MakeAsync(settings, work, cancellationToken);
        }
        catch (Exception fault) when (fault is CatalogueException or ImageClientException or IOException)
        {
            await Console.Error.WriteLineAsync(fault.Message);

            return Refused;
        }
    }

    private static async Task<int> MakeAsync(
        CatalogueSettings settings, CatalogueWork work, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder);
        using var journal = await ImageFileJournal.OpenAsync(
            Path.Combine(settings.Folder, "journal.jsonl"), "catalogue", cancellationToken);
        var earlier = await EarlierRuns.ReadAsync(journal, cancellationToken);
        var budget = WhatIsLeft(settings.Budget, earlier, work);
        await using var service = await Service.ConnectAsync(cancellationToken);
        if (service.OfflineAt is { } emulator)
        {
            AnsiConsole.WriteLine(
                $"OPENAI_API_KEY is not set: drawing offline, by the emulator at {emulator}");
        }

        // The first Ctrl+C waits for the running calls; the second one ends the program.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wasAsked = false;
        Console.CancelKeyPress += (_, pressed) =>
        {
            (pressed.Cancel, wasAsked) = (!wasAsked, true);
            stop.Cancel();
        };

        var run = new CatalogueRun(service.Client, settings, work, earlier);
        var outcomes = await AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(async console => await run.RunAsync(
                journal, budget, new ProgressLine(console.AddTask("beginning")), stop));
        Report.Write(run, outcomes, budget, earlier.Spent);

        return wasAsked ? Stopped
            : outcomes.All(outcome => outcome.Status is ImageWorkStatus.Done or ImageWorkStatus.Skipped) ? 0
            : Incomplete;
    }

    /// <exception cref="CatalogueException">Nothing is left of the budget.</exception>
    private static ImageBudget WhatIsLeft(decimal budget, EarlierRuns earlier, CatalogueWork work)
    {
        var unknown = Forecast.Of(
            from id in earlier.UnknownCalls
            join item in work.All on id equals item.Id
            select item).High;
        var left = budget - earlier.Spent - unknown;

        return left > 0
            ? new ImageBudget(left)
            : throw new CatalogueException(
                $"Nothing is left of the budget of {ProgressLine.Dollars(budget)}: earlier runs spent " +
                $"{ProgressLine.Dollars(earlier.Spent)}, and calls with an unknown outcome may have cost " +
                $"{ProgressLine.Dollars(unknown)}.");
    }
}
