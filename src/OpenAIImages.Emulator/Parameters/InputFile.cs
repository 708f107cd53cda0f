namespace OpenAIImages.Emulator.Parameters;

/// <summary>A file that came with a request.</summary>
/// <param name="MediaType">What the sender says it is; <see langword="null"/> when there is no telling.</param>
/// <param name="Bytes">The file: a part of the request's body, not a copy.</param>
/// <param name="Name">Its name, without folders; <see langword="null"/> when it has none.</param>
internal sealed record InputFile(string? MediaType, ReadOnlyMemory<byte> Bytes, string? Name = null);
