namespace OpenAIImages;

/// <summary>The rules and limits for links to images.</summary>
public sealed class ImageLinkOptions
{
    /// <summary>Gets or sets whether links may lead to private addresses: to this machine or its network.</summary>
    /// <value>The default is <see langword="false"/>. The client always follows links to the host of
    /// <see cref="ImageClientOptions.Endpoint"/>, wherever this host is.</value>
    /// <remarks>
    /// A link comes from outside. A link to a private address could read from hosts that only this machine can reach.
    /// On .NET 8 and later, the client checks the same address that it connects to. Before .NET 8, the platform
    /// resolves the name once more after the check, and may get another address. Behind a proxy, the proxy resolves
    /// names.
    /// </remarks>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Gets or sets the largest size of an image behind a link.</summary>
    /// <value>In bytes, more than zero. The default is 256 MiB.</value>
    public long MaxBytes { get; set; } = 256L * 1024 * 1024;

    internal ImageLinkOptions Copy() => (ImageLinkOptions)MemberwiseClone();
}
