using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>A way to make pictures with the service.</summary>
/// <remarks>All rivals make the same requests.</remarks>
internal interface IRival
{
    /// <summary>The prompt.</summary>
    const string Prompt = "a red fox in the snow";

    /// <summary>The model.</summary>
    const string Model = "gpt-image-2";

    /// <summary>The key, for a service that does not check it.</summary>
    const string Key = "sk-any";

    /// <summary>Makes pictures and returns their bytes.</summary>
    /// <param name="count">The number of pictures.</param>
    Task<ReadOnlyMemory<byte>[]> GetAsync(int count);

    /// <summary>Makes pictures and writes them to a stream, in the way that costs this rival the least.</summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="destination">The stream, emptied first.</param>
    Task<Sink> SaveAsync(int count, Sink destination);

    /// <summary>Sends a picture for an edit, from a stream, and returns the result.</summary>
    /// <param name="picture">The picture.</param>
    Task<ReadOnlyMemory<byte>[]> EditAsync(byte[] picture);
}
