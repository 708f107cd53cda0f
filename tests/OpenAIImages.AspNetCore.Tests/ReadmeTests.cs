using System.Text.RegularExpressions;
using OpenAIImages.AspNetCore.Problems;
using OpenAIImages.Emulator;
using OpenAIImages.Tests.Conventions;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>The code of the README compiles and runs, and its table equals the one in the source.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(
        Path.Combine(Sources.Root, "src", "OpenAIImages.AspNetCore", "README.md"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_compiled_file_contains_the_code_of_the_readme()
    {
        var compiled = Fold(File.ReadAllText(
            Path.Combine(Sources.Root, "tests", "OpenAIImages.AspNetCore.Tests", "ReadmeCode.cs")));
        var passages = Block().Matches(Readme)
            .SelectMany(block => Fold(block.Groups[1].Value).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            .ToArray();

        Assert.NotEmpty(passages);
        Assert.All(passages, passage => Assert.Contains(passage, compiled, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_of_the_readme_runs()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var app = ReadmeCode.Build(emulator);
        await app.StartAsync(Token);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var ready = await http.GetStringAsync(new Uri("/ready", UriKind.Relative), Token);

        Assert.Equal("Healthy", ready);
    }

    [Fact]
    public void The_table_of_the_readme_has_each_kind_with_its_status()
    {
        ProblemKind[] kinds =
        [
            .. typeof(ProblemKind).GetFields()
                .Where(field => field.FieldType == typeof(ProblemKind))
                .Select(field => (ProblemKind)field.GetValue(null)!),
        ];

        Assert.Equal(18, kinds.Length);
        Assert.All(kinds, kind => Assert.Contains(
            $"| {kind.Status} | `{kind.Name}` |", Readme, StringComparison.Ordinal));
    }

    private static string Fold(string code)
        => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
