using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The number of pixels that the files of one request may have together.</summary>
/// <remarks>A file of a hundred kilobytes can hold hundreds of megabytes of pixels.</remarks>
internal sealed class PixelBudget(long most)
{
    // Larger works run one at a time, so that a few of them take no more memory than many small ones.
    private const long Large = 4_096 * 4_096;

    private long _taken;

    /// <summary>Gets a value indicating whether so much was taken that two such works shall not run at once.</summary>
    public bool IsLarge => _taken > Large;

    /// <summary>Takes the pixels of a file from the budget, by what its header says; a file that is no picture takes
    /// none.</summary>
    /// <exception cref="ApiException">They are too many.</exception>
    public void Take(ReadOnlyMemory<byte> file, string name)
    {
        _taken += PictureFacts.CountPixels(file);
        if (_taken > most)
        {
            throw FileRefusals.TooManyPixels(name, most);
        }
    }
}
