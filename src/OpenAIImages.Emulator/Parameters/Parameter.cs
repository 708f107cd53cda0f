namespace OpenAIImages.Emulator.Parameters;

/// <summary>The value of one field of a request, from a form, JSON or a query.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Text">A string's characters, a number's digits, <c>true</c> or <c>false</c>; otherwise empty.</param>
/// <param name="Members">The fields of an object.</param>
internal sealed record Parameter(ParameterKind Kind, string Text = "", ParameterSet? Members = null)
{
    /// <summary>Gets the elements of an array.</summary>
    public IReadOnlyList<Parameter> Items { get; init; } = [];

    /// <summary>Gets a file of a form.</summary>
    public InputFile? File { get; init; }
}
