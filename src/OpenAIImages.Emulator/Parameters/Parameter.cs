namespace OpenAIImages.Emulator.Parameters;

/// <summary>The value of one field of a request, whichever form the body had.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A string's characters, a number's digits, <c>true</c> or <c>false</c>; else empty.</param>
/// <param name="Members">The fields of an object.</param>
internal sealed record Parameter(ParameterKind Kind, string Text = "", ParameterSet? Members = null)
{
    /// <summary>Gets the elements of an array.</summary>
    public IReadOnlyList<Parameter> Items { get; init; } = [];

    /// <summary>Gets a file of a form.</summary>
    public InputFile? File { get; init; }
}
