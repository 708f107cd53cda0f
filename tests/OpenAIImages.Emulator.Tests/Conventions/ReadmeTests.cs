using System.Text.RegularExpressions;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Conventions;

/// <summary>The code of each README equals code that is compiled here.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md", "tests/OpenAIImages.Emulator.Tests/ReadmeCode.cs")]
    [InlineData("src/OpenAIImages.Emulator/README.md", "tests/OpenAIImages.Emulator.Tests/ReadmeExample.cs")]
    public void A_compiled_file_contains_the_code_of_a_readme(string readme, string file)
    {
        var compiled = Fold(Read(file));
        var passages = Block().Matches(Read(readme))
            .Select(block => block.Groups[1].Value)
            .Where(code => !code.Contains("OpenTelemetry", StringComparison.Ordinal)) // Not referenced.
            .SelectMany(code => Fold(code).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            .Where(passage => !passage.StartsWith("using OpenAIImages;", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(passages);
        Assert.All(passages, passage => Assert.Contains(passage, compiled, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_of_the_offline_service_draws()
        => Assert.False(Assert.Single((await ReadmeCode.CallOfflineAsync()).Images).Bytes.IsEmpty);

    // The indentation of a line may differ between the README and the file.
    private static string Fold(string code)
        => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
