using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>The names of a reply's members, so that the usual ones cost no string.</summary>
internal static class KnownMemberNames
{
    private static readonly string[] Names =
    [
        "created", "data", "usage", "size", "quality", "background", "output_format", "b64_json", "url",
        "revised_prompt", "total_tokens", "input_tokens", "output_tokens", "input_tokens_details",
        "output_tokens_details", "text_tokens", "image_tokens", "cached_tokens", "safety_identifier", "svg_usage",
        "error", "model", "reasoning_tokens", "type", "created_at",
        "partial_image_index",
    ];

    private static readonly Utf8Words Known = new(Names);

    public static bool IsKnown(string name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>Returns the name that a reader stands on.</summary>
    public static string Read(ref Utf8JsonReader reader)
        => Known.Find(reader.ValueSpan) ?? JsonMember.ReadString([(byte)'"', .. reader.ValueSpan, (byte)'"'])!;

    /// <summary>Returns a name as it stands in JSON, between its quotes.</summary>
    public static string Read(ReadOnlySpan<byte> quoted)
        => Known.Find(quoted.Slice(1, quoted.Length - 2)) ?? JsonMember.ReadString(quoted)!;
}
