namespace OpenAIImages.SourceBinding.Tests;

/// <summary>Options of a user.</summary>
public sealed class OwnOptions
{
    public ImageModel Model { get; set; }

    public ImageSize Size { get; set; }

    public string? SizeText { get; set; }
}
