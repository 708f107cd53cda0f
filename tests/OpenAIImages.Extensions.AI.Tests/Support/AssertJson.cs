using System.Text.Json.Nodes;

namespace OpenAIImages.Extensions.AI.Tests.Support;

/// <summary>Compares whole documents, so that an extra field also fails.</summary>
internal static class AssertJson
{
    public static void Equal(string expected, JsonNode? actual)
        => Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
            $"Expected {expected.Trim()}, got {actual?.ToJsonString()}");
}
