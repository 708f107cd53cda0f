namespace OpenAIImages.Emulator.Parameters;

/// <summary>A file that came with a request.</summary>
/// <param name="MediaType">The media type from the sender or the file name; <see langword="null"/> when unknown.
/// </param>
/// <param name="Bytes">The file. In a form, it is a slice of the request's body and not a copy.</param>
/// <param name="Name">The file name, without folders; <see langword="null"/> when the file has no name.</param>
internal sealed record InputFile(string? MediaType, ReadOnlyMemory<byte> Bytes, string? Name = null);
