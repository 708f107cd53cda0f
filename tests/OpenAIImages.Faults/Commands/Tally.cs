using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Commands;

/// <summary>The outcomes of many scripts, in figures.</summary>
/// <param name="Reports">The outcome of each script.</param>
internal sealed record Tally(IReadOnlyCollection<ScriptReport> Reports)
{
    public int Right => Ended(Ends.Right).Count(HasRightPictures);

    public int WrongPictures => Ended(Ends.Right).Count(report => !HasRightPictures(report));

    /// <summary>Gets how many calls failed with an exception of the library's own.</summary>
    public int TypedErrors => Reports.Count(
        report => report.Outcome is { End: not (Ends.None or Ends.Right) });

    public int OtherErrors => Ended(Ends.None).Count();

    public int Hung => Reports.Count(report => report.Outcome is null);

    public int CallsPaidAgain => Reports.Count(report => PaidAgain(report) > 0);

    public int PicturesPaidAgain => Reports.Sum(report => PaidAgain(report) * report.Script.Order.Count);

    public int Attempts => Reports.Sum(report => report.Attempts);

    public TimeSpan Longest => Reports.Where(report => report.Outcome is not null).Max(report => report.Elapsed);

    public int ShowingSecrets => Reports.Count(report => Judge.OfSecrets(report).Any());

    public int HalfFiles => Reports.Count(report => Judge.OfFiles(report).Any(breach => breach.Contains("no whole")));

    public int LeftOpen => Reports.Count(report => !report.AreConnectionsClosed);

    /// <summary>Gets the type of each exception, its number, and one of its messages.</summary>
    public IEnumerable<(string Type, int Count, string Message)> Errors
        => from error in Reports.Select(report => report.Outcome?.Error).OfType<Exception>()
           group error by error.GetType().FullName into type
           orderby type.Count() descending
           select (type.Key, type.Count(), type.First().Message);

    private IEnumerable<ScriptReport> Ended(Ends end) => Reports.Where(report => report.Outcome?.End == end);

    private static bool HasRightPictures(ScriptReport report)
        => report.Outcome!.Pictures.SequenceEqual(report.Script.Order.Pictures, SameBytes.Instance);

    // The first payment and the payments that the service asked for do not count.
    private static int PaidAgain(ScriptReport report)
    {
        var asked = Enumerable.Range(0, report.Attempts)
            .Count(attempt => report.Script.FaultAt(attempt).IsRepetitionAskedFor);

        return Math.Max(report.RequestsPaid - 1 - asked, 0);
    }
}
