using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>The examples in the documentation of members are code of a guide.</summary>
public sealed partial class ExampleTests
{
    private const int MostUsedMembers = 10;

    // The first example needs a Redis server, and the tests of another package contain the second one.
    private static readonly string[] NotOfAGuide = ["WaitingRateLimiter.cs", "ImageClientGeneratorExtensions.cs"];

    [Fact]
    public void Every_example_of_a_member_is_code_of_the_test_of_a_guide()
    {
        string[] guides = [.. Sources.CSharp("tests/OpenAIImages.Docs.Tests/Guides").Select(File.ReadAllText)];
        CodeBlock[] examples =
        [
            .. from file in Sources.CSharp("src")
               where !NotOfAGuide.Contains(Path.GetFileName(file))
               from example in Example().Matches(File.ReadAllText(file))
               select new CodeBlock(file, Line: 0, "csharp", TextOf(example.Value)),
        ];

        var missing = examples.Where(example => !guides.Any(example.StandsIn));

        Assert.Empty(missing.Select(example => $"{example.Page}: {example.Text}"));
        Assert.True(examples.Length >= MostUsedMembers, $"{examples.Length} examples are too few.");
    }

    private static string TextOf(string comment)
        => string.Concat(XElement.Parse(Slashes().Replace(comment, "")).Elements("code").Select(code => code.Value));

    [GeneratedRegex("<example>.*?</example>", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^ *///", RegexOptions.Multiline)]
    private static partial Regex Slashes();
}
