using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Scripts;

/// <summary>Compares the outcome of a script with the promises of the client.</summary>
internal static class Judge
{
    /// <summary>Lists all broken promises.</summary>
    public static IEnumerable<string> Breaches(ScriptReport report)
        => [
            .. OfEnd(report), .. OfMoney(report), .. OfFiles(report), .. OfReceived(report), .. OfConnections(report),
            .. OfSecrets(report),
        ];

    /// <summary>Every call ends, either with the right pictures or with the one right exception.</summary>
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

    /// <summary>No picture is paid for twice, and no exception denies a payment.</summary>
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
            yield return "The exception says that the call was not billed, but a request was paid for.";
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

    /// <summary>Each file is whole or absent.</summary>
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

        // Each image that came whole stays, whatever happens to the others, and the outcome names its file.
        var isRight = report.Outcome is { End: Ends.Right, HasLeft: false };
        var hasLeft = report.Outcome is null or { HasLeft: true };
        var told = isRight && report.Script.GoesToFiles ? pictures.Length : report.Outcome?.Saved ?? 0;
        if (hasLeft ? report.Files.Count > pictures.Length : report.Files.Count != told)
        {
            var names = string.Join(", ", report.Files.Keys);
            yield return $"There are {report.Files.Count} files and not {told}: {names}.";
        }
    }

    /// <summary>The caller gets all pictures that came whole before the end, and no other ones.</summary>
    public static IEnumerable<string> OfReceived(ScriptReport report)
    {
        if (report.Outcome is not { HasLeft: false } outcome)
        {
            yield break;
        }

        var pictures = report.Script.Order.Pictures.ToArray();
        if (outcome.Pictures.Any(picture => !pictures.Contains(picture, SameBytes.Instance)))
        {
            yield return "The caller got bytes that are not a whole picture.";
        }

        // A caller may cancel before the first byte.
        var least = outcome.End is Ends.Transport or Ends.Decode && report is { Attempts: > 0, RequestsPaid: 1 }
            ? report.Script.FaultAt(report.Attempts - 1).LeastWhole(report.Script.Order)
            : 0;
        if (outcome.Pictures.Count < least)
        {
            yield return $"The caller got {outcome.Pictures.Count} pictures, but {least} came whole.";
        }
    }

    /// <summary>The client closes every connection.</summary>
    public static IEnumerable<string> OfConnections(ScriptReport report)
        => report.AreConnectionsClosed ? [] : ["A connection was left open."];

    /// <summary>Only the service gets the key. No emitted text holds the key, the prompt or a picture.</summary>
    public static IEnumerable<string> OfSecrets(ScriptReport report)
        => Secrets
            .FindIn(report.Emitted, report.Script.Order.Pictures.Append(OurCaller.Upload(report.Script)))
            .Concat(report.Arrived);
}
