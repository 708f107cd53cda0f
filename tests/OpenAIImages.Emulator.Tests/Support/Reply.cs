using System.Text.Json.Nodes;

namespace OpenAIImages.Emulator.Tests.Support;

public sealed record Reply(int Status, JsonNode Body, IReadOnlyDictionary<string, string> Headers)
{
    public void Is(int status, string json)
    {
        var expected = JsonNode.Parse(json);

        Assert.True(
            JsonNode.DeepEquals(expected, Body), $"Expected {expected!.ToJsonString()}\nbut was {Body.ToJsonString()}");
        Assert.Equal(status, Status);
    }

    public void IsError(int status, string? param, string? code, string message, string type = "invalid_request_error")
    {
        var error = new JsonObject
        {
            ["message"] = message,
            ["type"] = type,
            ["param"] = param,
            ["code"] = code,
        };
        Is(status, new JsonObject { ["error"] = error }.ToJsonString());
    }
}
