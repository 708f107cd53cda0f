using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Scripts;

/// <summary>The ways in which a script may end, by the promises of the client.</summary>
/// <param name="Ends">The ways in which the call may end.</param>
/// <param name="LeastAttempts">The least number of attempts, if the caller does not cancel.</param>
/// <param name="MostAttempts">The highest number of attempts.</param>
/// <param name="MostPaid">The highest number of attempts that may be paid for.</param>
internal sealed record Expectation(Ends Ends, int LeastAttempts, int MostAttempts, int MostPaid)
{
    /// <summary>The highest number of attempts to fetch a link.</summary>
    public const int MostLinkAttempts = 4;

    public static Expectation Of(FaultScript script)
    {
        var paid = Walk(script.FaultAt, script.MaxRetries, isOnce: script.Operation == Operation.EditOnce);
        if (script.Operation is Operation.Download or Operation.LinksToFiles && paid.Ends.HasFlag(Ends.Right))
        {
            paid = paid with { Ends = (paid.Ends & ~Ends.Right) | AfterLinks(script) };
        }

        return script.Cancels is null ? paid : paid with { Ends = paid.Ends | Ends.Cancelled, LeastAttempts = 0 };
    }

    private static Expectation Walk(Func<int, Fault> faultAt, int maxRetries, bool isOnce)
    {
        var (ends, least, asked) = (Ends.None, 0, 0);
        for (var attempt = 0; ; attempt++)
        {
            var fault = faultAt(attempt);
            var mayRepeat = attempt < maxRetries && (!isOnce || fault is Unreachable);
            ends |= fault.Ends.HasFlag(Ends.Repeated) && !mayRepeat ? fault.Exhausted : Ends.None;
            ends |= fault.Ends & ~Ends.Repeated;
            least = least == 0 && ends != Ends.None ? attempt + 1 : least;
            if (!fault.Ends.HasFlag(Ends.Repeated) || !mayRepeat)
            {
                return new Expectation(ends, least, attempt + 1, 1 + asked);
            }

            asked += fault.IsRepetitionAskedFor ? 1 : 0;
        }
    }

    // A call keeps the links that it cannot follow, since the pictures are paid for. The faults that one link does not
    // use up strike the next link.
    private static Ends AfterLinks(FaultScript script)
    {
        if (script.Operation == Operation.Download)
        {
            return Walk(script.LinkFaultAt, MostLinkAttempts - 1, isOnce: false).Ends;
        }

        HashSet<(int Used, Ends End)> ways = [(0, Ends.Right)];
        for (var place = 0; place < script.Order.Count; place++)
        {
            ways = [.. ways.SelectMany(way => AfterLink(script, way.Used).Select(
                next => (next.Used, way.End == Ends.Right ? next.End : Ends.LinkKept)))];
        }

        return ways.Aggregate(Ends.None, (all, way) => all | way.End);
    }

    private static IEnumerable<(int Used, Ends End)> AfterLink(FaultScript script, int used)
    {
        for (var attempt = 0; attempt < MostLinkAttempts; attempt++)
        {
            var ends = script.LinkFaultAt(used + attempt).Ends;
            if (ends.HasFlag(Ends.Right))
            {
                yield return (used + attempt + 1, Ends.Right);
            }

            if ((ends & ~(Ends.Right | Ends.Repeated)) != Ends.None
                || (ends.HasFlag(Ends.Repeated) && attempt == MostLinkAttempts - 1))
            {
                yield return (used + attempt + 1, Ends.LinkKept);
            }

            if (!ends.HasFlag(Ends.Repeated))
            {
                yield break;
            }
        }
    }
}
