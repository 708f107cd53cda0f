namespace OpenAIImages.Emulator.Faults;

/// <summary>The faults that a prompt can request by words in brackets, for programs that only send requests.</summary>
internal static class PromptWords
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    // When a prompt has several of these words, the first in this list decides.
    private static readonly (string Words, EmulatorFault Fault)[] All =
    [
        ("[moderate output]", EmulatorFault.OutputModeration()),
        ("[moderate]", EmulatorFault.Moderation()),
        ("[rate limit]", EmulatorFault.RateLimit(Wait)),
        ("[quota]", EmulatorFault.Quota()),
        ("[server error]", EmulatorFault.ServerError()),
        ("[bad gateway]", EmulatorFault.HtmlBadGateway()),
        ("[cut body]", EmulatorFault.CutBody(afterBytes: 100)),
        ("[cut stream]", EmulatorFault.CutStream(afterEvents: 1)),
        ("[stream error]", EmulatorFault.StreamError(afterPartials: 1)),
        ("[broken base64]", EmulatorFault.BrokenBase64()),
        ("[hang]", EmulatorFault.Hang()),
        ("[disconnect]", EmulatorFault.Disconnect()),
    ];

    /// <summary>Finds the fault that a prompt asks for.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="streams">Whether the reply is a stream: some faults strike only streams.</param>
    /// <returns>The fault, or <see langword="null"/> when the prompt asks for no fault.</returns>
    public static EmulatorFault? Find(string prompt, bool streams)
        => prompt.Contains('[')
            ? All.FirstOrDefault(one => prompt.Contains(one.Words, StringComparison.OrdinalIgnoreCase)
                && (streams || !one.Fault.NeedsStream)).Fault
            : null;
}
