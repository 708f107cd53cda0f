namespace OpenAIImages;

/// <summary>The action of a destination when a file of the chosen name exists already.</summary>
/// <remarks>The default value is <see cref="Refuse"/>.</remarks>
public enum ExistingFile
{
    /// <summary>The call is refused before anything is sent, so that it costs nothing. If the name is taken later,
    /// while the image is made, the image gets a number.</summary>
    Refuse,

    /// <summary>The image gets the next free number: <c>cat-2.png</c> beside <c>cat.png</c>.</summary>
    Number,

    /// <summary>The image replaces the file in one step, once it is whole, and keeps the permissions of the file.
    /// Further images of the same call get a number.</summary>
    /// <remarks>If the name is a symbolic link, the image replaces the target of the link. The build for .NET Standard
    /// 2.0 does not keep permissions.</remarks>
    Replace,
}
