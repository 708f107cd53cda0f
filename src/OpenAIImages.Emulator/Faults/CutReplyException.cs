namespace OpenAIImages.Emulator.Faults;

/// <summary>Ends a reply in its middle: the web server closes the connection when it catches this exception.</summary>
internal sealed class CutReplyException() : Exception("The emulator was told to cut this reply.");
