using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The number of pixels that the files of one request may have together.</summary>
/// <remarks>A file of a hundred kilobytes can hold hundreds of megabytes of pixels.</remarks>
internal sealed class PixelBudget(long most)
{
    // Larger jobs run one at a time, so that a few of them take no more memory than many small jobs.
    private const long Large = 4_096 * 4_096;

    private long _taken;

    /// <summary>Gets a value indicating whether the pixels are so many that two such jobs must not run at once.
    /// </summary>
    public bool IsLarge => _taken > Large;

    /// <summary>Takes the pixels of a file from the budget, by its header; a file that is not a picture takes no
    /// pixels.</summary>
    /// <exception cref="ApiException">The files have too many pixels.</exception>
    public void Take(ReadOnlyMemory<byte> file, string name)
    {
        _taken += PictureFacts.CountPixels(file);
        if (_taken > most)
        {
            throw FileRefusals.TooManyPixels(name, most);
        }
    }
}
