using System.Globalization;
using OpenAIImages.Faults.Commands;

// dotnet run -c Release --project tests/OpenAIImages.Faults -- play 1 5000
return args switch
{
    ["play", var first, var count] => await PlayCommand.RunAsync(Number(first), Number(count)),
    _ => Explain(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Explain()
{
    Console.Error.WriteLine("play FIRST_SEED COUNT");

    return 2;
}
