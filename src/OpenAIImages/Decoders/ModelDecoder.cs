using System.Globalization;
using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Reads the service's descriptions of its models.</summary>
/// <remarks><b>Fails</b> with an <see cref="ImageDecodeException"/> that names the member.</remarks>
internal static class ModelDecoder
{
    private const string Data = "data";

    private const string Id = "id";

    public static IReadOnlyList<ImageServiceModel> DecodeList(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Object
            || !reply.TryGetProperty(Data, out var data)
            || data.ValueKind != JsonValueKind.Array)
        {
            throw new ImageDecodeException("The reply holds no list of models: is the endpoint one of the API?", Data);
        }

        return [.. data.EnumerateArray().Select((model, index) => Decode(model, $"{Data}[{index}]."))];
    }

    public static ImageServiceModel Decode(JsonElement reply) => Decode(reply, "");

    private static ImageServiceModel Decode(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty(Id, out var id)
            || id.ValueKind != JsonValueKind.String
            || !ImageModel.TryParse(id.GetString(), out var name))
        {
            throw new ImageDecodeException($"{place}{Id} is not the name of a model.", place + Id);
        }

        var model = new ImageServiceModel(name);
        var extra = new List<KeyValuePair<string, JsonElement>>();
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case Id or "object":
                case "shutdown_date" or "created" or "owned_by" when member.Value.ValueKind == JsonValueKind.Null:
                    break;
                case "created" when Time(member.Value) is { } created:
                    model = model with { Created = created };
                    break;
                case "owned_by" when member.Value.ValueKind == JsonValueKind.String:
                    model = model with { OwnedBy = member.Value.GetString() };
                    break;
                case "shutdown_date" when Day(member.Value) is { } day:
                    model = model with { ShutdownDate = day };
                    break;
                default:
                    if (!string.IsNullOrWhiteSpace(member.Name))
                    {
                        extra.Add(new(member.Name, member.Value));
                    }

                    break;
            }
        }

        return extra.Count == 0 ? model : model with { Extra = new ExtraFields(extra) };
    }

    private static DateTimeOffset? Time(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            && seconds is >= 0 and <= 253_402_300_799
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;

    private static DateTimeOffset? Day(JsonElement value)
        => value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParseExact(
                value.GetString(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var day)
                ? day
                : null;
}
