using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Batches;

/// <summary>What became of a request of a batch: a line of one of its files.</summary>
/// <param name="Line">The line, without the line break.</param>
internal sealed record BatchAnswer(PictureJson Line) : IDisposable
{
    /// <summary>Gets a value indicating whether it goes into the file of the errors.</summary>
    public bool IsFailure { get; init; }

    /// <summary>Gets what it cost; <see langword="null"/> when nothing is said of it.</summary>
    public ImageUsage? Usage { get; init; }

    /// <summary>Gets after how many bytes the line ends before its time; <see langword="null"/> when it is whole.
    /// </summary>
    public long? CutAfterBytes { get; init; }

    public void Dispose() => Line.Dispose();
}
