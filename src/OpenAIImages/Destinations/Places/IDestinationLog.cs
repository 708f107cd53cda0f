namespace OpenAIImages.Destinations;

/// <summary>Hears of images that are saved otherwise than their names say.</summary>
internal interface IDestinationLog
{
    /// <summary>An image is of another kind than the extension of its name.</summary>
    void SavedAsOther(ImageMediaType mediaType, string extension, string asked);

    /// <summary>A function that names images threw when an image had come.</summary>
    void NamingFailed(string errorType);
}
