using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Scripts;

/// <summary>Holds what came of a script against the promises of the client.</summary>
internal static class Judge
{
    /// <summary>Lists all promises that were broken.</summary>
    public static IEnumerable<string> Breaches(ScriptReport report)
        => [
            .. OfEnd(report), .. OfMoney(report), .. OfFiles(report), .. OfReceived(report), .. OfConnections(report),
            .. OfSecrets(report),
        ];

    /// <summary>Every call ends, with the right pictures or with the one exception that says what happened.</summary>
    public static IEnumerable<string> OfEnd(ScriptReport report)
    {
        var expected = Expectation.Of(report.Script);
        if (report.Outcome is not { } outcome)
        {
            yield return $"It hung for {report.Elapsed}.";
        }
        else if ((outcome.End & expected.Ends) == Ends.None && !outcome.HasLeft)
        {
            yield return $"It ended with {outcome.End} and not with {expected.Ends}: {outcome.Error}";
        }
        else if (outcome is { End: Ends.Right, HasLeft: false }
            && !outcome.Pictures.SequenceEqual(report.Script.Order.Pictures, SameBytes.Instance))
        {
            yield return "It ended well with wrong pictures.";
        }
    }

    /// <summary>Nothing is paid for twice, and no exception denies what was paid for.</summary>
    public static IEnumerable<string> OfMoney(ScriptReport report)
    {
        var expected = Expectation.Of(report.Script);
        if (report.Attempts < expected.LeastAttempts || report.Attempts > expected.MostAttempts)
        {
            yield return $"{report.Attempts} attempts, not {expected.LeastAttempts} to {expected.MostAttempts}.";
        }

        if (report.RequestsPaid > expected.MostPaid)
        {
            yield return $"Paid {report.RequestsPaid} times, not {expected.MostPaid}.";
        }

        if (report is { RequestsPaid: > 0, Outcome: { WasDownloading: false } outcome }
            && outcome.Error is { } error && !AdmitsToMoney(error))
        {
            yield return "It says that nothing was made, and something was paid for.";
        }

        if (report.LinkAttempts > Expectation.MostLinkAttempts * report.Script.Order.Count)
        {
            yield return $"{report.LinkAttempts} attempts to fetch a link.";
        }
    }

    private static bool AdmitsToMoney(Exception error) => error switch
    {
        ImageClientException failure => failure.MayHaveBeenBilled,
        OperationCanceledException canceled => canceled is ImageCallCanceledException { MayHaveBeenBilled: true },
        _ => false,
    };

    /// <summary>Files are there whole or not at all.</summary>
    public static IEnumerable<string> OfFiles(ScriptReport report)
    {
        var pictures = report.Script.Order.Pictures.ToArray();
        foreach (var file in report.Files)
        {
            if (!pictures.Contains(file.Value, SameBytes.Instance))
            {
                yield return $"The file {file.Key} is no whole picture: {file.Value.Length} bytes.";
            }
        }

        // Each image stays that came whole, whatever becomes of the rest, and the caller is told of it.
        var isRight = report.Outcome is { End: Ends.Right, HasLeft: false };
        var hasLeft = report.Outcome is null or { HasLeft: true };
        var told = isRight && report.Script.GoesToFiles ? pictures.Length : report.Outcome?.Saved ?? 0;
        if (hasLeft ? report.Files.Count > pictures.Length : report.Files.Count != told)
        {
            var names = string.Join(", ", report.Files.Keys);
            yield return $"There are {report.Files.Count} files and not {told}: {names}.";
        }
    }

    /// <summary>Pictures that came whole before the end are handed over, and nothing else is.</summary>
    public static IEnumerable<string> OfReceived(ScriptReport report)
    {
        if (report.Outcome is not { HasLeft: false } outcome)
        {
            yield break;
        }

        var pictures = report.Script.Order.Pictures.ToArray();
        if (outcome.Pictures.Any(picture => !pictures.Contains(picture, SameBytes.Instance)))
        {
            yield return "It handed over what is no whole picture.";
        }

        // A caller may cancel before the first byte.
        var least = outcome.End is Ends.Transport or Ends.Decode && report is { Attempts: > 0, RequestsPaid: 1 }
            ? report.Script.FaultAt(report.Attempts - 1).LeastWhole(report.Script.Order)
            : 0;
        if (outcome.Pictures.Count < least)
        {
            yield return $"It handed over {outcome.Pictures.Count} pictures, and {least} came whole.";
        }
    }

    /// <summary>No connection is forgotten.</summary>
    public static IEnumerable<string> OfConnections(ScriptReport report)
        => report.AreConnectionsClosed ? [] : ["A connection was left open."];

    /// <summary>The key goes to the service alone; nothing that is emitted holds it, the prompt or a picture.</summary>
    public static IEnumerable<string> OfSecrets(ScriptReport report)
        => Secrets
            .FindIn(report.Emitted, report.Script.Order.Pictures.Append(OurCaller.Upload(report.Script)))
            .Concat(report.Arrived);
}
