namespace OpenAIImages;

/// <summary>How closely an edit keeps to its input images (<c>input_fidelity</c>).</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// For <c>gpt-image-2</c> and later leave it out: they always look closely.
/// </remarks>
public readonly record struct ImageInputFidelity
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>high</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageInputFidelity(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>low</c>, the service's default.</summary>
    public static ImageInputFidelity Low => new("low");

    /// <summary>Gets <c>high</c>, which costs more input tokens.</summary>
    public static ImageInputFidelity High => new("high");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageInputFidelity(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}
