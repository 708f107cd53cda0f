using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>A way to make pictures with the service. All are asked for the same.</summary>
internal interface IRival
{
    /// <summary>The prompt.</summary>
    const string Prompt = "a red fox in the snow";

    /// <summary>The model.</summary>
    const string Model = "gpt-image-2";

    /// <summary>The key, of a service that does not look at it.</summary>
    const string Key = "sk-any";

    /// <summary>Makes pictures and gives their bytes.</summary>
    /// <param name="count">The number of pictures.</param>
    Task<ReadOnlyMemory<byte>[]> GetAsync(int count);

    /// <summary>Makes pictures and writes them to a stream, in the way that costs this rival the least.</summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="destination">The stream, emptied first.</param>
    Task<Sink> SaveAsync(int count, Sink destination);

    /// <summary>Sends a picture to be changed, from a stream, and gives what became of it.</summary>
    /// <param name="picture">The picture.</param>
    Task<ReadOnlyMemory<byte>[]> EditAsync(byte[] picture);
}
