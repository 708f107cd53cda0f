using System.Globalization;
using OpenAIImages.PainterCost;

// dotnet run -c Release --project benchmarks/OpenAIImages.PainterCost
// prints the cost of a picture by size, style and format. Each picture is painted on one core in its own process.
if (args is ["one", var width, var height, var format, var prompt])
{
    Cost.Measure(
        int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture), format,
        prompt);

    return;
}

CostTable.Print();
