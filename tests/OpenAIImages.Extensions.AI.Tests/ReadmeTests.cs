using System.Text.RegularExpressions;
using OpenAIImages.Emulator;
using OpenAIImages.Tests.Conventions;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>The README's code compiles and runs.</summary>
public sealed partial class ReadmeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_compiled_file_contains_the_code_of_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Sources.Root, "src", "OpenAIImages.Extensions.AI", "README.md"));
        var compiled = Fold(File.ReadAllText(
            Path.Combine(Sources.Root, "tests", "OpenAIImages.Extensions.AI.Tests", "ReadmeCode.cs")));
        var passages = Block().Matches(readme)
            .SelectMany(block => Fold(block.Groups[1].Value).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            .ToArray();

        Assert.NotEmpty(passages);
        Assert.All(passages, passage => Assert.Contains(passage, compiled, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_of_the_readme_runs()
    {
        await using var emulator = await ImageEmulator.StartAsync(new() { MaxPictureEdge = 64 }, Token);
        var folder = Directory.CreateTempSubdirectory("readme-of-the-generator");
        try
        {
            await ReadmeCode.RunAsync(emulator.Endpoint, folder.FullName, Token);

            Assert.Equal(2, folder.GetFiles("*.png").Length);
            Assert.Equal(2, emulator.Received[1].Images.Count);
            Assert.NotNull(emulator.Received[1].Mask);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Fold(string code)
        => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
