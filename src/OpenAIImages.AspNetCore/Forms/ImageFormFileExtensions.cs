using Microsoft.AspNetCore.Http;

namespace OpenAIImages;

/// <summary>Turns files that a browser uploads into images to send.</summary>
public static class ImageFormFileExtensions
{
    /// <summary>Takes an image from an uploaded file, read while it is sent.</summary>
    /// <param name="file">The file. It lives as long as its request, and is not copied.</param>
    /// <returns>The image: its length is known, its kind is found from its first bytes and not from what the browser
    /// says, and of its name only the last part is sent. It can be sent again, so that a call may be
    /// repeated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is <see langword="null"/>.</exception>
    public static ImageInput ToImageInput(this IFormFile file)
    {
        ArgumentNullException.ThrowIfNull(file);

        return ImageInput.FromStream(file.OpenReadStream(), file.FileName);
    }

    /// <summary>Takes images from uploaded files, in their order.</summary>
    /// <param name="files">The files: those of a form, or those of one field.</param>
    /// <returns>The images.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<ImageInput> ToImageInputs(this IEnumerable<IFormFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);

        return [.. files.Select(ToImageInput)];
    }
}
