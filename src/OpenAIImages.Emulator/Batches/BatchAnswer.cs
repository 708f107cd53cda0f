using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Batches;

/// <summary>The outcome of a request of a batch: a line of an output file or an error file.</summary>
/// <param name="Line">The line, without the line break.</param>
internal sealed record BatchAnswer(PictureJson Line) : IDisposable
{
    /// <summary>Gets a value indicating whether the line belongs in the error file.</summary>
    public bool IsFailure { get; init; }

    /// <summary>Gets the tokens of the request; <see langword="null"/> for a line without usage.</summary>
    public ImageUsage? Usage { get; init; }

    /// <summary>Gets the number of bytes after which the line is cut; <see langword="null"/> for a whole line.
    /// </summary>
    public long? CutAfterBytes { get; init; }

    public void Dispose() => Line.Dispose();
}
