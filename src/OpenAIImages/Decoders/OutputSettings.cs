namespace OpenAIImages.Decoders;

/// <summary>The settings of an image, from a whole reply or from each event of a stream.</summary>
internal struct OutputSettings
{
    public DateTimeOffset? Created { get; private set; }

    public ImageSize? Size { get; private set; }

    public ImageQuality? Quality { get; private set; }

    public ImageBackground? Background { get; private set; }

    public ImageFileFormat? OutputFormat { get; private set; }

    public string? SafetyIdentifier { get; private set; }

    /// <summary>Takes a member of the reply.</summary>
    /// <returns>Whether the member is one of these settings, with a readable value.</returns>
    public bool TryTake(string name, ReadOnlySpan<byte> value)
    {
        switch (name)
        {
            case "created" or "created_at" when JsonMember.ReadTime(value) is { } time: Created = time; break;
            case "size" when ImageSize.TryParse(JsonMember.ReadString(value), out var size): Size = size; break;
            case "quality" when JsonMember.ReadNonBlank(value) is { } word: Quality = new(word); break;
            case "background" when JsonMember.ReadNonBlank(value) is { } word: Background = new(word); break;
            case "output_format" when JsonMember.ReadNonBlank(value) is { } word: OutputFormat = new(word); break;
            case "safety_identifier" when JsonMember.ReadString(value) is { } text: SafetyIdentifier = text; break;
            default: return false;
        }

        return true;
    }
}
