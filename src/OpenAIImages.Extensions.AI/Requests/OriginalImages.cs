using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Turns contents of Microsoft.Extensions.AI into images to send.</summary>
internal static class OriginalImages
{
    private const string Name = nameof(ImageGenerationRequest.OriginalImages);

    /// <summary>Reads the images once, in order.</summary>
    public static IReadOnlyList<ImageInput> Read(IEnumerable<AIContent>? contents)
    {
        var images = new List<ImageInput>();
        foreach (var content in contents ?? [])
        {
            images.Add(ToInput(content, $"{Name}[{images.Count}]"));
        }

        return images;
    }

    /// <summary>Turns one content into an image to send.</summary>
    /// <param name="content">The content.</param>
    /// <param name="name">The name of the content in a refusal.</param>
    /// <exception cref="NotSupportedException">The content is not an image that can be sent.</exception>
    /// <exception cref="ArgumentException">The content is <see langword="null"/> or empty.</exception>
    public static ImageInput ToInput(AIContent? content, string name) => content switch
    {
        null => throw new ArgumentException($"{name} is null."),
        { RawRepresentation: ImageInput input } => input,
        DataContent { Data.IsEmpty: true } => throw new ArgumentException($"{name} is empty."),
        DataContent data => ImageInput.FromBytes(data.Data, data.Name, TypeOf(data)),
        UriContent { Uri: { IsAbsoluteUri: true, Scheme: "https" or "data" } uri } => ImageInput.FromLink(uri),
        UriContent => throw new NotSupportedException(
            $"{name} is not an absolute https or data link, and the service fetches no other links."),
        HostedFileContent { Scope: not null } => throw new NotSupportedException(
            $"{name} has a {nameof(HostedFileContent.Scope)}: a file of a container cannot be sent as an image."),
        HostedFileContent file => ImageInput.FromFileId(file.FileId),
        _ => throw new NotSupportedException(
            $"{name} is a {content.GetType().Name}. Images are {nameof(DataContent)}, {nameof(UriContent)} or " +
            $"{nameof(HostedFileContent)}, or content whose {nameof(AIContent.RawRepresentation)} is an " +
            $"{nameof(ImageInput)}."),
    };

    // The service relies on the media type, and the caller's media type often comes from a file name. So the caller's
    // type counts only for bytes of an unknown kind.
    private static ImageMediaType TypeOf(DataContent data)
        => ImageMediaType.Detect(data.Data.Span) is var found && found != ImageMediaType.Unknown
            ? found
            : new ImageMediaType(data.MediaType);
}
