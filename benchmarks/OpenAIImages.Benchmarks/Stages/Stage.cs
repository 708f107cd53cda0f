using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>A class of benchmarks that knows what they should give, so that none wins by doing nothing.</summary>
public abstract class Stage
{
    /// <summary>Gets or sets where pictures go that go to a destination. A test sets one that remembers them.</summary>
    public Sink Destination { get; set; } = new();

    /// <summary>Gets how many bytes of pictures one operation carries; tables divide what is allocated by it.</summary>
    public abstract long PictureBytes { get; }

    /// <summary>Compares what a benchmark gave with what it should give.</summary>
    /// <param name="given">The result of the benchmark.</param>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public abstract void Check(object? given);
}
