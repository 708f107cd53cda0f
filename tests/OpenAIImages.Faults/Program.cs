using System.Globalization;
using OpenAIImages.Faults.Commands;

// dotnet run -c Release --project tests/OpenAIImages.Faults -- play 1 5000
// dotnet run -c Release --project tests/OpenAIImages.Faults -- compare 1 1000 docs/faults.md
// dotnet run -c Release --project tests/OpenAIImages.Faults -- soak 30 docs/soak.md
return args switch
{
    ["play", var first, var count] => await PlayCommand.RunAsync(Number(first), Number(count)),
    ["compare", var first, var count, var path]
        => await CompareCommand.RunAsync(Number(first), Number(count), path),
    ["soak", var minutes, var path]
        => await SoakCommand.RunAsync(double.Parse(minutes, CultureInfo.InvariantCulture), path),
    ["soak-service"] => await SoakServiceCommand.RunAsync(),
    ["work", var directory, var address, var count, ("once" or "again") and var times]
        => await WorkCommand.RunAsync(directory, new Uri(address), Number(count), repeats: times == "again"),
    ["save", var directory, var first, var count]
        => await SaveCommand.RunAsync(directory, Number(first), Number(count)),
    _ => Explain(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Explain()
{
    Console.Error.WriteLine(
        "play FIRST_SEED COUNT | compare FIRST_SEED COUNT FILE | soak MINUTES FILE | save DIRECTORY FIRST COUNT | " +
        "work DIRECTORY ADDRESS COUNT once");

    return 2;
}
