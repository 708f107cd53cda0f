namespace OpenAIImages;

/// <summary>How hard the author model of an SVG drawing thinks (<c>svg.reasoning.effort</c>).</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// </remarks>
public readonly record struct ImageReasoningEffort
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>low</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageReasoningEffort(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>none</c>.</summary>
    public static ImageReasoningEffort None => new("none");

    /// <summary>Gets <c>minimal</c>.</summary>
    public static ImageReasoningEffort Minimal => new("minimal");

    /// <summary>Gets <c>low</c>.</summary>
    public static ImageReasoningEffort Low => new("low");

    /// <summary>Gets <c>medium</c>.</summary>
    public static ImageReasoningEffort Medium => new("medium");

    /// <summary>Gets <c>high</c>.</summary>
    public static ImageReasoningEffort High => new("high");

    /// <summary>Gets <c>xhigh</c>.</summary>
    public static ImageReasoningEffort XHigh => new("xhigh");

    /// <summary>Gets <c>max</c>.</summary>
    public static ImageReasoningEffort Max => new("max");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageReasoningEffort(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}
