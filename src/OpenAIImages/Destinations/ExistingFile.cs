namespace OpenAIImages;

/// <summary>The answer to a file that is there already under the name that an image is to get.</summary>
/// <remarks>The default value is <see cref="Refuse"/>.</remarks>
public enum ExistingFile
{
    /// <summary>The call is refused before anything is sent, so that it costs nothing. A name that is taken later,
    /// while the image is made, is numbered.</summary>
    Refuse,

    /// <summary>The image gets the next number that is free: <c>cat-2.png</c> beside <c>cat.png</c>.</summary>
    Number,

    /// <summary>The image takes the place of the file, whose permissions it keeps, in one step and once it is whole.
    /// Further images of the same call are numbered.</summary>
    /// <remarks>Of a symbolic link the file that it leads to is replaced. Permissions are kept on .NET 8 and later,
    /// not by the build for .NET Standard 2.0.</remarks>
    Replace,
}
