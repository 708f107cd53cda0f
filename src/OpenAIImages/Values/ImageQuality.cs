namespace OpenAIImages;

/// <summary>How much work goes into an image: more costs more tokens and takes longer.</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// Which qualities exist depends on the model; a wrong one comes back as an <see cref="ImageApiException"/>.
/// </remarks>
public readonly record struct ImageQuality
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>high</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageQuality(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>auto</c>: the service chooses. Its own default.</summary>
    public static ImageQuality Auto => new("auto");

    /// <summary>Gets <c>low</c>, the cheapest.</summary>
    public static ImageQuality Low => new("low");

    /// <summary>Gets <c>medium</c>.</summary>
    public static ImageQuality Medium => new("medium");

    /// <summary>Gets <c>high</c>.</summary>
    public static ImageQuality High => new("high");

    /// <summary>Gets <c>xhigh</c>, for <c>gpt-image-2.5</c> and later.</summary>
    public static ImageQuality XHigh => new("xhigh");

    /// <summary>Gets <c>max</c>, for <c>gpt-image-2.5</c> and later.</summary>
    public static ImageQuality Max => new("max");

    /// <summary>Gets <c>standard</c>, of the DALL-E models; compatible servers still take it.</summary>
    public static ImageQuality Standard => new("standard");

    /// <summary>Gets <c>hd</c>, of <c>dall-e-3</c>; compatible servers still take it.</summary>
    public static ImageQuality Hd => new("hd");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageQuality(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}
