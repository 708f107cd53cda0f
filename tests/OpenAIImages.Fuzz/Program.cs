// Tries the parsers with inputs nobody would send.
//   dotnet run -c Release --project tests/OpenAIImages.Fuzz -- result [count] [seed]
//   dotnet run -c Release --project tests/OpenAIImages.Fuzz -- result --only 12345 [seed]
using System.Globalization;
using OpenAIImages.Fuzz;
using OpenAIImages.Fuzz.Targets;

const int DefaultCount = 1_000_000;
const int DefaultSeed = 1;

if (args is not [var name, .. var rest] || FuzzTargets.Find(name) is not { } target)
{
    Console.Error.WriteLine($"Say what to try: {string.Join(", ", FuzzTargets.All.Select(known => known.Name))}.");

    return 2;
}

if (rest is ["--only", var index, ..])
{
    var (mutant, choices) = Campaign.Make(target, Number(rest, 2, DefaultSeed), Number(rest, 1, 0));
    Console.WriteLine(System.Text.Encoding.Latin1.GetString(mutant));
    target.Check(mutant, choices);
    Console.WriteLine($"Input {index} keeps every promise.");

    return 0;
}

var (count, seed) = (Number(rest, 0, DefaultCount), Number(rest, 1, DefaultSeed));
var began = DateTime.UtcNow;
var findings = Campaign.Run(target, count, seed, (at, bytes) =>
{
    File.WriteAllBytes($"hanging-{target.Name}-{at}.bin", bytes);
    Console.Error.WriteLine($"Input {at} hangs; it is in hanging-{target.Name}-{at}.bin.");
    Environment.Exit(3);
});
foreach (var finding in findings)
{
    File.WriteAllBytes($"finding-{target.Name}-{finding.Index}.bin", finding.Input);
    Console.WriteLine($"Input {finding.Index}, {finding.Input.Length} bytes: {finding.Reason}\n");
}

Console.WriteLine(
    $"{target.Name}: {count:N0} inputs, seed {seed}, {findings.Count} findings, {DateTime.UtcNow - began:mm\\:ss}.");

return findings.Count == 0 ? 0 : 1;

static int Number(string[] words, int place, int otherwise)
    => words.Length > place ? int.Parse(words[place], CultureInfo.InvariantCulture) : otherwise;
