namespace OpenAIImages.Tests.Values;

/// <summary>What somebody's own options or documents hold.</summary>
public sealed class BoundValues
{
    public ImageModel Model { get; set; }

    public ImageModel? Other { get; set; }

    public ImageSize Size { get; set; }

    public IList<ImageQuality> Qualities { get; init; } = [];

    public IDictionary<string, ImageFileFormat> Formats { get; init; } = new Dictionary<string, ImageFileFormat>();
}
