namespace OpenAIImages.Destinations;

/// <summary>Logs messages about images that are saved under other names than the caller chose.</summary>
internal interface IDestinationLog
{
    /// <summary>Logs that an image has another media type than the extension of its name.</summary>
    void SavedAsOther(ImageMediaType mediaType, string extension, string asked);

    /// <summary>Logs that the user's function that names images threw after an image had come.</summary>
    void NamingFailed(string errorType);
}
