using System.Text.Json.Nodes;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Reads a stream of events, and throws where its framing differs from the documented one.</summary>
internal static class Sse
{
    public static List<(string Name, JsonNode Data)> Parse(string stream)
    {
        Assert.EndsWith("\n\n", stream, StringComparison.Ordinal);

        return [.. stream[..^2].Split("\n\n").Select(ParseOne)];
    }

    public static void Same(string expected, JsonNode actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private static (string Name, JsonNode Data) ParseOne(string sent)
    {
        var lines = sent.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("event: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("data: ", lines[1], StringComparison.Ordinal);

        return (lines[0]["event: ".Length..], JsonNode.Parse(lines[1]["data: ".Length..])!);
    }
}
