namespace OpenAIImages.Emulator.Parameters;

/// <summary>One part of a form.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="FileName">The last segment of the file's name; <see langword="null"/> when it is no file.</param>
/// <param name="ContentType">The part's own, if it has one.</param>
/// <param name="Body">What it holds: a piece of the form, not a copy.</param>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Body);
