namespace OpenAIImages;

/// <summary>The name of an image model, or of a deployment of one, exactly as the service spells it.</summary>
/// <remarks>
/// Known models are static properties. Any other name is accepted as it stands, so a model newer than this
/// package can be used on the day it appears. Names are compared ordinally. Models come and go: see
/// https://platform.openai.com/docs/deprecations.
/// </remarks>
public readonly record struct ImageModel
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>gpt-image-2</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageModel(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>gpt-image-2.6-sunburst</c>, the finest one: any size, GIF and SVG, markup.</summary>
    public static ImageModel GptImage26Sunburst => new("gpt-image-2.6-sunburst");

    /// <summary>Gets <c>gpt-image-2.6-flare</c>, the fast one of its generation.</summary>
    public static ImageModel GptImage26Flare => new("gpt-image-2.6-flare");

    /// <summary>Gets <c>gpt-image-2.5-sunburst</c>, with qualities up to <c>max</c>.</summary>
    public static ImageModel GptImage25Sunburst => new("gpt-image-2.5-sunburst");

    /// <summary>Gets <c>gpt-image-2.5-flare</c>, the fast one of its generation.</summary>
    public static ImageModel GptImage25Flare => new("gpt-image-2.5-flare");

    /// <summary>Gets <c>gpt-image-2</c>, which takes sizes of any shape.</summary>
    public static ImageModel GptImage2 => new("gpt-image-2");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageModel(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}
