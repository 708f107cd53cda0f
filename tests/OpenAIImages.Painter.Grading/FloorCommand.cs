using System.Globalization;

namespace OpenAIImages.Painter.Grading;

/// <summary>Grades all sets and fails when the share of right slots of a set is below its floor.</summary>
internal static class FloorCommand
{
    public static int Run()
    {
        var concepts = Concepts.Load(PromptSet.PathOf("drawings"));
        var isBelow = false;
        foreach (var line in File.ReadLines(PromptSet.PathOf("floors"))
            .Where(line => line.Length > 0 && line[0] != ';'))
        {
            var parts = line.Split(' ');
            var report = PromptSet.Grade(parts[0], concepts);
            var (share, floor) = (report.ShareOfSlots, double.Parse(parts[1], CultureInfo.InvariantCulture));
            var verdict = share < floor ? $", below {parts[1]}" : "";
            isBelow |= share < floor;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{parts[0]}: {share:0.0} % of the slots, {report.WrongObjects} prompts with a wrong object{verdict}"));
        }

        return isBelow ? 1 : 0;
    }
}
