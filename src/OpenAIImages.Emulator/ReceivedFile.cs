namespace OpenAIImages.Emulator;

/// <summary>An image, a mask or a markup that came with a request.</summary>
public sealed record ReceivedFile
{
    internal ReceivedFile(string field) => Field = field;

    /// <summary>Gets the name of the file's field: <c>image</c>, <c>images</c>, <c>mask</c> or <c>markup</c>.</summary>
    public string Field { get; }

    /// <summary>Gets the name of the file, without folders; <see langword="null"/> in JSON.</summary>
    public string? Name { get; internal init; }

    /// <summary>Gets the media type from the sender, or else from the file extension.</summary>
    /// <value><see langword="null"/> when both are unknown.</value>
    public string? MediaType { get; internal init; }

    /// <summary>Gets the bytes of the file, from a part of a form or from a <c>data:</c> link.</summary>
    /// <value>Empty when the request has a <see cref="Link"/> or a <see cref="FileId"/> instead.</value>
    public ReadOnlyMemory<byte> Bytes { get; internal init; }

    /// <summary>Gets the link that was sent in place of the file.</summary>
    /// <value><see langword="null"/> without such a link; a <c>data:</c> link is read into <see cref="Bytes"/>.</value>
    public string? Link { get; internal init; }

    /// <summary>Gets the id of a stored file that was sent in place of the file.</summary>
    /// <value><see langword="null"/> without such an id.</value>
    public string? FileId { get; internal init; }
}
