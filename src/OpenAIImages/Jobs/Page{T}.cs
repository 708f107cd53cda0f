using System.Text.Json;

namespace OpenAIImages.Jobs;

/// <summary>One page of a list of the service.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="LastId">The id of the last item. The next page begins after it.</param>
/// <param name="HasMore">Whether there is a next page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? LastId, bool HasMore)
{
    private const string Data = "data";

    /// <summary>Reads a page.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="decode">The function that makes an item from its JSON and its path.</param>
    /// <param name="idOf">The function that returns the id of an item.</param>
    /// <exception cref="ImageDecodeException">The reply holds no list.</exception>
    public static Page<T> Decode(JsonElement reply, Func<JsonElement, string, T> decode, Func<T, string> idOf)
    {
        if (reply.ValueKind != JsonValueKind.Object
            || !reply.TryGetProperty(Data, out var data)
            || data.ValueKind != JsonValueKind.Array)
        {
            throw new ImageDecodeException("The reply holds no list: is the endpoint one of the API?", Data);
        }

        T[] items = [.. data.EnumerateArray().Select((item, index) => decode(item, $"{Data}[{index}]."))];

        return new Page<T>(
            items,
            items.Length == 0 ? null : idOf(items[items.Length - 1]),
            reply.TryGetProperty("has_more", out var more) && more.ValueKind == JsonValueKind.True);
    }
}
