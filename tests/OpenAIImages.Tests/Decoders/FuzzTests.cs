using OpenAIImages.Fuzz;
using OpenAIImages.Fuzz.Targets;

namespace OpenAIImages.Tests.Decoders;

/// <summary>The parsers keep their promises with any input.</summary>
/// <remarks>These tests run a short part of the program OpenAIImages.Fuzz, always with the same inputs.</remarks>
[Trait("Duration", "Long")]
public sealed class FuzzTests
{
    private const int Inputs = 20_000;
    private const int Readings = 20;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    public static TheoryData<string, string> Files =>
    [
        .. from target in FuzzTargets.All
           from file in Corpus.Files(target.Name)
           select (target.Name, Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Parsers_keep_their_promises_with_every_file_of_the_corpus(string name, string file)
    {
        var input = File.ReadAllBytes(Corpus.Files(name).Single(path => Path.GetFileName(path) == file));
        for (var seed = 0; seed < Readings; seed++)
        {
            FuzzTargets.Find(name)!.Check([.. input], new Random(seed));
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Parsers_keep_their_promises_with_random_inputs(string name)
    {
        var findings = Campaign.Run(
            FuzzTargets.Find(name)!,
            Inputs,
            seed: 1,
            (index, _) => Environment.FailFast($"Input {index} of {name} hangs."));

        Assert.Empty(findings.Select(finding => $"Input {finding.Index}: {finding.Reason}"));
    }
}
