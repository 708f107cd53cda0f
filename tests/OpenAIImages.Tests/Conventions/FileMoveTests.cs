using System.Text.RegularExpressions;

namespace OpenAIImages.Tests.Conventions;

/// <summary>On Unix, a move without overwriting first looks and then moves. A file that appears in between is
/// lost.</summary>
public sealed class FileMoveTests
{
    private const string Move = @"\b(File\.Move|Info\.MoveTo)\([^;]*;";

    [Fact]
    public void Every_file_move_overwrites_a_reserved_name()
    {
        var calls = Sources.CSharp("src/OpenAIImages", "samples")
            .Where(file => !file.Contains("Polyfills", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), Move).Select(call => call.Value))
            .ToArray();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Contains("overwrite: true", call, StringComparison.Ordinal));
    }
}
