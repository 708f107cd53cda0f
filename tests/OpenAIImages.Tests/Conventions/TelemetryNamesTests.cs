using System.Reflection;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.Tests.Conventions;

/// <summary>One file holds the names of telemetry, and the guide explains all of them.</summary>
public sealed class TelemetryNamesTests
{
    private static readonly string[] Prefixes = ["gen_ai.", "openaiimages.", "server.", "error."];

    private static readonly string Page = File.ReadAllText(Path.Combine(Sources.Root, "docs", "telemetry.md"));

    private static readonly string[] Names =
    [
        .. typeof(TelemetryNames).GetNestedTypes()
            .SelectMany(group => group.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void Every_telemetry_name_is_explained_in_the_guide()
        => Assert.All(Names, name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_telemetry_name_of_the_guide_exists()
        => Assert.Empty(Page
            .Split('`')
            .Where(word => Prefixes.Any(prefix => word.StartsWith(prefix, StringComparison.Ordinal)))
            .Except(Names));

    [Fact]
    public void Every_telemetry_name_is_written_in_one_file_only()
        => Assert.Empty(
            from file in Sources.CSharp("src/OpenAIImages")
            where Path.GetFileName(file) != "TelemetryNames.cs"
            from line in File.ReadLines(file)
            where Prefixes.Any(prefix => line.Contains($"\"{prefix}", StringComparison.Ordinal))
                || Names.Any(name => name.Contains('.', StringComparison.Ordinal)
                    && line.Contains($"\"{name}\"", StringComparison.Ordinal))
            select $"{Path.GetFileName(file)}: {line.Trim()}");
}
