using System.Text.RegularExpressions;

namespace OpenAIImages.Tests.Conventions;

/// <summary>The name of each test is a plain sentence that begins with its subject.</summary>
public sealed partial class TestNameTests
{
    private const int LongestName = 80;

    // Generated code would use a type that the client has for netstandard2.0, too, and that these tests see twice.
    private static readonly Regex HidesItsSubject = new(
        "^(?:What|Who|Which|Whoever|Whatever|Of|Nobody|Nothing|So|Nor|It|Its|They|Their|Those|Where|When)_|" +
        "_(?:nobody|whoever|whatever|hears|is_told|are_told|neither_too)(?:_|$)");

    [Fact]
    public void Each_test_name_has_at_most_80_characters()
    {
        var names = NamesOf(Projects()).ToArray();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => name.Length > LongestName);
    }

    [Fact]
    public void Each_test_name_begins_with_its_subject()
    {
        var names = NamesOf(Projects()).ToArray();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => HidesItsSubject.IsMatch(name));
    }

    private static IEnumerable<string> Projects()
        => Directory.EnumerateDirectories(Path.Combine(Sources.Root, "tests"), "*.Tests");

    private static IEnumerable<string> NamesOf(IEnumerable<string> projects)
        => from project in projects
           from pattern in new[] { "*.cs", "*.fs" }
           from file in Directory.EnumerateFiles(project, pattern, SearchOption.AllDirectories)
           from name in TestName().Matches(File.ReadAllText(file))
           select name.Groups[1].Value.Trim('`').Replace(' ', '_');

    // A test is a method after [Fact] or [Theory], in F# after [<Fact>]; other attributes may stand in between.
    [GeneratedRegex(
        @"^ *\[<?(?:Fact|Theory)\b[^\r\n]*(?:\r?\n(?! *(?:public|member) )[^\r\n]*)*\r?\n" +
        @" *(?:public (?:async )?(?:Task|ValueTask|void) |member _\.)(\w+|``[^`]+``) *\(",
        RegexOptions.Multiline)]
    private static partial Regex TestName();
}
