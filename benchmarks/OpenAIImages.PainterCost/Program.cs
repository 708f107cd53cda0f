using System.Globalization;
using OpenAIImages.PainterCost;

// dotnet run -c Release --project benchmarks/OpenAIImages.PainterCost
// prints the cost of a picture by size, style and format, and of edits of the largest picture. Each picture is painted
// on one core in its own process.
if (args is ["one", var width, var height, var format, var prompt])
{
    Cost.Measure(
        int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture), format,
        prompt);

    return;
}

if (args is ["edit", var picture, var mask, var across, var down])
{
    EditCost.Measure(
        picture, mask.Length == 0 ? null : mask, int.Parse(across, CultureInfo.InvariantCulture),
        int.Parse(down, CultureInfo.InvariantCulture));

    return;
}

CostTable.Print();
