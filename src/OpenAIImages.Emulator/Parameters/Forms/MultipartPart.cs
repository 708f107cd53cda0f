namespace OpenAIImages.Emulator.Parameters;

/// <summary>One part of a form.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="FileName">The last segment of the file's name; <see langword="null"/> when the part is not a file.
/// </param>
/// <param name="ContentType">The part's own content type, if it has one.</param>
/// <param name="Body">The content of the part: a slice of the form, not a copy.</param>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Body);
