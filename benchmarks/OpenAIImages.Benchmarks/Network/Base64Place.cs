namespace OpenAIImages.Benchmarks.Network;

/// <summary>The place of the base64 of a picture in a body.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length, in bytes.</param>
internal readonly record struct Base64Place(int Start, int Length);
