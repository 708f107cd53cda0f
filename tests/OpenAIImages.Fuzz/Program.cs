// Gives the parsers inputs that no honest server sends.
//   dotnet run -c Release --project tests/OpenAIImages.Fuzz -- all [count] [seed]
//   dotnet run -c Release --project tests/OpenAIImages.Fuzz -- result [count] [seed]
//   dotnet run -c Release --project tests/OpenAIImages.Fuzz -- result --only 12345 [seed]
using System.Globalization;
using OpenAIImages.Fuzz;
using OpenAIImages.Fuzz.Targets;

const int DefaultCount = 1_000_000;
const int DefaultSeed = 1;

IReadOnlyList<IFuzzTarget> targets = args is ["all", ..] ? FuzzTargets.All
    : args is [var name, ..] && FuzzTargets.Find(name) is { } one ? [one]
    : [];
if (targets.Count == 0)
{
    var names = string.Join(", ", FuzzTargets.All.Select(known => known.Name));
    Console.Error.WriteLine($"The first argument is all, or one of {names}.");

    return 2;
}

var rest = args[1..];
if (rest is ["--only", var index, ..])
{
    var target = targets[0];
    var (mutant, choices) = Campaign.Make(target, Number(rest, 2, DefaultSeed), Number(rest, 1, 0));
    Console.WriteLine(System.Text.Encoding.Latin1.GetString(mutant));
    target.Check(mutant, choices);
    Console.WriteLine($"Input {index} keeps every promise.");

    return 0;
}

var (count, seed) = (Number(rest, 0, DefaultCount), Number(rest, 1, DefaultSeed));
var isClean = true;
foreach (var target in targets)
{
    isClean &= Try(target, count, seed);
}

return isClean ? 0 : 1;

static bool Try(IFuzzTarget target, int count, int seed)
{
    var began = DateTime.UtcNow;
    var findings = Campaign.Run(target, count, seed, (at, bytes) =>
    {
        File.WriteAllBytes($"hanging-{target.Name}-{at}.bin", bytes);
        Console.Error.WriteLine($"Input {at} hangs. The file hanging-{target.Name}-{at}.bin holds it.");
        Environment.Exit(3);
    });
    foreach (var finding in findings)
    {
        File.WriteAllBytes($"finding-{target.Name}-{finding.Index}.bin", finding.Input);
        Console.WriteLine($"Input {finding.Index}, {finding.Input.Length} bytes: {finding.Reason}\n");
    }

    Console.WriteLine(
        $"{target.Name}: {count:N0} inputs, seed {seed}, {findings.Count} findings, " +
        $"{DateTime.UtcNow - began:mm\\:ss}.");

    return findings.Count == 0;
}

static int Number(string[] words, int place, int otherwise)
    => words.Length > place ? int.Parse(words[place], CultureInfo.InvariantCulture) : otherwise;
