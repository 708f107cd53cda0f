namespace OpenAIImages.Decoders;

/// <summary>Reads the token counts of a reply. Each value is whole in the buffer.</summary>
internal static class UsageDecoder
{
    // Takes a known member with a readable value. Any other member becomes an extra field.
    private delegate bool TakeMember(ref Counts counts, string name, ReadOnlySpan<byte> value);

    public static ImageUsage Decode(ReadOnlySpan<byte> json)
    {
        var extra = Read(json, TakeUsage, out var counts);

        return new ImageUsage
        {
            TotalTokens = counts.Total,
            InputTokens = counts.Input,
            OutputTokens = counts.Output,
            InputDetails = counts.InputDetails,
            OutputDetails = counts.OutputDetails,
            Extra = extra,
        };
    }

    public static ImageSvgUsage DecodeSvg(ReadOnlySpan<byte> json)
    {
        var extra = Read(json, TakeSvgUsage, out var counts);

        return new ImageSvgUsage
        {
            Model = counts.Model,
            TotalTokens = counts.Total,
            InputTokens = counts.Input,
            OutputTokens = counts.Output,
            ReasoningTokens = counts.Reasoning,
            Extra = extra,
        };
    }

    private static ImageTokenDetails DecodeDetails(ReadOnlySpan<byte> json)
    {
        var extra = Read(json, TakeDetails, out var counts);

        return new ImageTokenDetails
        {
            TextTokens = counts.Text,
            ImageTokens = counts.Image,
            CachedTokens = counts.Cached,
            Extra = extra,
        };
    }

    private static ExtraFields Read(ReadOnlySpan<byte> json, TakeMember take, out Counts counts)
    {
        counts = default;
        var extra = default(ExtraCollector);
        var members = new JsonObjectReader(json);
        while (members.Read(out var name, out var value))
        {
            if (!take(ref counts, name, value))
            {
                extra.Add(name, value);
            }
        }

        return extra.ToFields();
    }

    private static bool TakeUsage(ref Counts counts, string name, ReadOnlySpan<byte> value) => name switch
    {
        "total_tokens" => TakeCount(ref counts.Total, value),
        "input_tokens" or "prompt_tokens" => TakeCount(ref counts.Input, value),
        "output_tokens" or "completion_tokens" => TakeCount(ref counts.Output, value),
        "input_tokens_details" => TakeDetails(ref counts.InputDetails, value),
        "output_tokens_details" => TakeDetails(ref counts.OutputDetails, value),
        _ => false,
    };

    private static bool TakeSvgUsage(ref Counts counts, string name, ReadOnlySpan<byte> value) => name switch
    {
        "model" => TakeText(ref counts.Model, value),
        "total_tokens" => TakeCount(ref counts.Total, value),
        "input_tokens" => TakeCount(ref counts.Input, value),
        "output_tokens" => TakeCount(ref counts.Output, value),
        "reasoning_tokens" => TakeCount(ref counts.Reasoning, value),
        _ => false,
    };

    private static bool TakeDetails(ref Counts counts, string name, ReadOnlySpan<byte> value) => name switch
    {
        "text_tokens" => TakeCount(ref counts.Text, value),
        "image_tokens" => TakeCount(ref counts.Image, value),
        "cached_tokens" => TakeCount(ref counts.Cached, value),
        _ => false,
    };

    private static bool TakeCount(ref long? count, ReadOnlySpan<byte> value)
    {
        var read = JsonMember.ReadCount(value);
        count = read ?? count;

        return read is not null;
    }

    private static bool TakeDetails(ref ImageTokenDetails? details, ReadOnlySpan<byte> value)
    {
        var isObject = JsonMember.IsObject(value);
        details = isObject ? DecodeDetails(value) : details;

        return isObject;
    }

    private static bool TakeText(ref string? text, ReadOnlySpan<byte> value)
    {
        var read = JsonMember.ReadString(value);
        text = read ?? text;

        return read is not null;
    }

    // The counts of all three objects; each object has some of them.
    private struct Counts
    {
        public long? Total, Input, Output, Reasoning, Text, Image, Cached;
        public ImageTokenDetails? InputDetails, OutputDetails;
        public string? Model;
    }
}
