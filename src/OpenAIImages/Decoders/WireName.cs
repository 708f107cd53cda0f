using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>The names of a reply's members, so that the usual ones cost no string.</summary>
internal static class WireName
{
    private static readonly string[] Known =
    [
        "created", "data", "usage", "size", "quality", "background", "output_format", "b64_json", "url",
        "revised_prompt", "total_tokens", "input_tokens", "output_tokens", "input_tokens_details",
        "output_tokens_details", "text_tokens", "image_tokens", "cached_tokens", "safety_identifier", "svg_usage",
        "error", "model", "reasoning_tokens", "type", "created_at",
        "partial_image_index",
    ];

    public static bool IsKnown(string name) => Array.IndexOf(Known, name) >= 0;

    /// <summary>Returns the name that a reader stands on.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            foreach (var name in Known)
            {
                if (reader.ValueTextEquals(name))
                {
                    return name;
                }
            }

            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonMember.Text([(byte)'"', .. reader.ValueSpan, (byte)'"'])!;
        }
    }
}
