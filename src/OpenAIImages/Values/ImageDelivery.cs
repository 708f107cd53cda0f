namespace OpenAIImages;

/// <summary>How an image comes back: in the reply, or as a link to it (<c>response_format</c> on the wire).</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// GPT image models always answer in the reply and refuse this field; it is for compatible servers.
/// </remarks>
public readonly record struct ImageDelivery
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>b64_json</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageDelivery(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>b64_json</c>: the image is in the reply.</summary>
    public static ImageDelivery Inline => new("b64_json");

    /// <summary>Gets <c>url</c>: the reply holds a link, usually good for an hour.</summary>
    public static ImageDelivery Link => new("url");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageDelivery(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}
