namespace OpenAIImages.Tests.Values;

/// <summary>Options or documents of a user that hold values of the client.</summary>
public sealed class BoundValues
{
    public ImageModel Model { get; set; }

    public ImageModel? Other { get; set; }

    public ImageSize Size { get; set; }

    public IList<ImageQuality> Qualities { get; init; } = [];

    public IDictionary<string, ImageFileFormat> Formats { get; init; } = new Dictionary<string, ImageFileFormat>();
}
