namespace OpenAIImages.Emulator.Faults;

/// <summary>Ends a reply in its middle. The web server closes the connection when it meets this exception.</summary>
internal sealed class CutReplyException() : Exception("The emulator was told to cut this reply.");
