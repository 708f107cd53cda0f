using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>A class of benchmarks with checks of their results, so that no rival wins by doing nothing.</summary>
public abstract class Stage
{
    /// <summary>Gets or sets the destination of pictures; a test sets one that keeps them.</summary>
    public Sink Destination { get; set; } = new();

    /// <summary>Gets the number of picture bytes of one operation; tables divide the allocated bytes by it.</summary>
    public abstract long PictureBytes { get; }

    /// <summary>Compares the result of a benchmark with the expected result.</summary>
    /// <param name="given">The result of the benchmark.</param>
    /// <exception cref="InvalidOperationException">The result is not the expected one.</exception>
    public abstract void Check(object? given);
}
