using System.Globalization;
using OpenAIImages.PainterCost;

// dotnet run -c Release --project benchmarks/OpenAIImages.PainterCost
// prints what a picture costs, by size, style and format: on one core, each in a process of its own.
if (args is ["one", var width, var height, var format, var prompt])
{
    Cost.Measure(
        int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture), format,
        prompt);

    return;
}

CostTable.Print();
