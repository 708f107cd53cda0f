namespace OpenAIImages.Decoders;

/// <summary>Reads the token counts of a reply. Each value lies whole in the buffer.</summary>
internal static class UsageDecoder
{
    public static ImageUsage Decode(ReadOnlySpan<byte> json)
    {
        long? total = null, input = null, output = null;
        ImageTokenDetails? inputDetails = null, outputDetails = null;
        var extra = default(ExtraCollector);
        var members = new MemberReader(json);
        while (members.Read(out var name, out var value))
        {
            switch (name)
            {
                case "total_tokens" when JsonMember.ReadCount(value) is { } count: total = count; break;
                case "input_tokens" or "prompt_tokens" when JsonMember.ReadCount(value) is { } count:
                    input = count;
                    break;
                case "output_tokens" or "completion_tokens" when JsonMember.ReadCount(value) is { } count:
                    output = count;
                    break;
                case "input_tokens_details" when JsonMember.IsObject(value): inputDetails = Details(value); break;
                case "output_tokens_details" when JsonMember.IsObject(value): outputDetails = Details(value); break;
                default: extra.Add(name, value); break;
            }
        }

        return new ImageUsage
        {
            TotalTokens = total,
            InputTokens = input,
            OutputTokens = output,
            InputDetails = inputDetails,
            OutputDetails = outputDetails,
            Extra = extra.ToFields(),
        };
    }

    public static ImageSvgUsage DecodeSvg(ReadOnlySpan<byte> json)
    {
        string? model = null;
        long? total = null, input = null, output = null, reasoning = null;
        var extra = default(ExtraCollector);
        var members = new MemberReader(json);
        while (members.Read(out var name, out var value))
        {
            switch (name)
            {
                case "model" when JsonMember.ReadString(value) is { } text: model = text; break;
                case "total_tokens" when JsonMember.ReadCount(value) is { } count: total = count; break;
                case "input_tokens" when JsonMember.ReadCount(value) is { } count: input = count; break;
                case "output_tokens" when JsonMember.ReadCount(value) is { } count: output = count; break;
                case "reasoning_tokens" when JsonMember.ReadCount(value) is { } count: reasoning = count; break;
                default: extra.Add(name, value); break;
            }
        }

        return new ImageSvgUsage
        {
            Model = model,
            TotalTokens = total,
            InputTokens = input,
            OutputTokens = output,
            ReasoningTokens = reasoning,
            Extra = extra.ToFields(),
        };
    }

    private static ImageTokenDetails Details(ReadOnlySpan<byte> json)
    {
        long? text = null, image = null, cached = null;
        var extra = default(ExtraCollector);
        var members = new MemberReader(json);
        while (members.Read(out var name, out var value))
        {
            switch (name)
            {
                case "text_tokens" when JsonMember.ReadCount(value) is { } count: text = count; break;
                case "image_tokens" when JsonMember.ReadCount(value) is { } count: image = count; break;
                case "cached_tokens" when JsonMember.ReadCount(value) is { } count: cached = count; break;
                default: extra.Add(name, value); break;
            }
        }

        return new ImageTokenDetails
        {
            TextTokens = text,
            ImageTokens = image,
            CachedTokens = cached,
            Extra = extra.ToFields(),
        };
    }
}
