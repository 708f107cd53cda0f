using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenAIImages.Crashes.Workers;

/// <summary>The output of the command <c>report</c>.</summary>
internal sealed class WorkersReport(string text)
{
    public string Text => text;

    public int Succeeded => Figure("succeeded");

    public int PossiblyBilled => Figure("possibly billed");

    public int Others => Figure("failed") + Figure("under way") + Figure("waiting");

    private int Figure(string name)
        => Regex.Match(text, $@"^{name} (\d+)\r?$", RegexOptions.Multiline) is { Success: true } found
            ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"The report has no number of jobs that are {name}:\n{text}");
}
