using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>The examples in the documentation of members are code of a guide.</summary>
public sealed partial class ExampleTests
{
    private const int MostUsedMembers = 10;

    [Fact]
    public void Every_example_of_a_member_stands_in_the_test_of_a_guide()
    {
        string[] guides = [.. Sources.CSharp("tests/OpenAIImages.Docs.Tests/Guides").Select(File.ReadAllText)];
        CodeBlock[] examples =
        [
            .. from file in Sources.CSharp("src")
               from example in Example().Matches(File.ReadAllText(file))
               select new CodeBlock(file, Line: 0, "csharp", TextOf(example.Value)),
        ];

        var missing = examples.Where(example => !guides.Any(example.StandsIn));

        Assert.Empty(missing.Select(example => $"{example.Page}: {example.Text}"));
        Assert.True(examples.Length >= MostUsedMembers, $"{examples.Length} examples are too few.");
    }

    private static string TextOf(string comment)
        => XElement.Parse(Slashes().Replace(comment, "")).Value;

    [GeneratedRegex("<example>.*?</example>", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^ *///", RegexOptions.Multiline)]
    private static partial Regex Slashes();
}
