namespace OpenAIImages.Benchmarks.Network;

/// <summary>A picture to send, read piece by piece as from a file.</summary>
/// <param name="picture">The picture.</param>
/// <remarks>A plain <see cref="MemoryStream"/> copies itself in one piece, which no file can do.</remarks>
internal sealed class UploadStream(byte[] picture) : MemoryStream(picture, writable: false);
