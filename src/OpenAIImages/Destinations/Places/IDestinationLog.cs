namespace OpenAIImages.Destinations;

/// <summary>Takes messages about images that are saved under other names than the caller chose.</summary>
internal interface IDestinationLog
{
    /// <summary>Says that an image has another media type than the extension of its name stands for.</summary>
    void SavedAsOther(ImageMediaType mediaType, string extension, string asked);

    /// <summary>Says that the user's function that names images threw, after an image had come.</summary>
    void NamingFailed(string errorType);
}
