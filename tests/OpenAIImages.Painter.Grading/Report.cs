using System.Globalization;
using System.Text;

namespace OpenAIImages.Painter.Grading;

/// <summary>Adds grades up and prints them as a table.</summary>
internal sealed class Report
{
    private static readonly string[] Languages = ["English", "Chinese", "all"];

    private readonly List<(string Language, Grade Grade)> _grades = [];

    /// <summary>Gets the share of right slots of all prompts, in percent.</summary>
    public double ShareOfSlots
    {
        get
        {
            var slots = Of("all").SelectMany(grade => grade.Slots.Values).ToList();

            return 100.0 * slots.Sum(slot => slot.Right) / slots.Sum(slot => slot.Asked);
        }
    }

    /// <summary>Gets the number of prompts with an object that they do not ask for.</summary>
    public int WrongObjects => Of("all").Count(grade => grade.WrongObjects.Count > 0);

    public void Add(string prompt, Grade grade)
        => _grades.Add((prompt.Any(character => character >= '\u3400') ? "Chinese" : "English", grade));

    public string ToText()
    {
        var text = new StringBuilder();
        Row(text, "right / asked", language => language);
        foreach (var slot in Enum.GetValues<Slot>())
        {
            Row(text, slot.ToString(), language => Share(Of(language)
                .Select(grade => grade.Slots.GetValueOrDefault(slot))
                .Aggregate((Right: 0, Asked: 0), (sum, one) => (sum.Right + one.Right, sum.Asked + one.Asked))));
        }

        Row(text, "all slots", language => Share(Of(language).SelectMany(grade => grade.Slots.Values)
            .Aggregate((Right: 0, Asked: 0), (sum, one) => (sum.Right + one.Right, sum.Asked + one.Asked))));
        Row(text, "prompts all right", language => Share(
            (Of(language).Count(grade => grade.AllRight), Of(language).Count())));
        Row(text, "prompts with a wrong object", language => Share(
            (Of(language).Count(grade => grade.WrongObjects.Count > 0), Of(language).Count())));

        return text.ToString();
    }

    private static void Row(StringBuilder text, string head, Func<string, string> cell)
        => text.Append("| ").Append(head.PadRight(28))
            .Append(" |").AppendJoin('|', Languages.Select(language => $" {cell(language),18} "))
            .AppendLine("|");

    private static string Share((int Right, int Asked) slot) => slot.Asked == 0 ? "-" : string.Create(
        CultureInfo.InvariantCulture, $"{slot.Right}/{slot.Asked} = {100.0 * slot.Right / slot.Asked:0.0} %");

    private IEnumerable<Grade> Of(string language)
        => _grades.Where(one => language == "all" || one.Language == language).Select(one => one.Grade);
}
