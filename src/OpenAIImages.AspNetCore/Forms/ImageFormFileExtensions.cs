using Microsoft.AspNetCore.Http;

namespace OpenAIImages;

/// <summary>Turns a browser's uploads into images to send.</summary>
public static class ImageFormFileExtensions
{
    /// <summary>Makes an image from an uploaded file, which is read while it is sent.</summary>
    /// <param name="file">The file. It is not copied, and is valid as long as its request.</param>
    /// <returns>The image. Its length is known, and its first bytes decide its type, not the browser's header. Only the
    /// last part of its name is sent. It can be sent again, so that a call may be retried.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is <see langword="null"/>.</exception>
    public static ImageInput ToImageInput(this IFormFile file)
    {
        ArgumentNullException.ThrowIfNull(file);

        return ImageInput.FromStream(file.OpenReadStream(), file.FileName);
    }

    /// <summary>Makes images from uploaded files, in their order.</summary>
    /// <param name="files">The files of a form, or of one field.</param>
    /// <returns>The images.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<ImageInput> ToImageInputs(this IEnumerable<IFormFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);

        return [.. files.Select(ToImageInput)];
    }
}
