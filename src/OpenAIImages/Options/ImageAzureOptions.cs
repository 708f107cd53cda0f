namespace OpenAIImages;

/// <summary>The settings for the older addresses of Azure OpenAI,
/// <c>/openai/deployments/{deployment}/images/…</c>.</summary>
/// <remarks>The newer form, <c>…/openai/v1/</c>, needs none of these settings: name the deployment as
/// <see cref="ImageClientOptions.Model"/>.</remarks>
public sealed class ImageAzureOptions
{
    /// <summary>Gets or sets the deployment to call.</summary>
    /// <value>By default none: the client uses the address unchanged.</value>
    /// <remarks>
    /// A deployment needs <see cref="ApiVersion"/>, and an <see cref="ImageClientOptions.Endpoint"/> such as
    /// <c>https://my-resource.openai.azure.com</c>. See
    /// https://learn.microsoft.com/azure/ai-foundry/openai/how-to/dall-e.
    /// </remarks>
    public string? Deployment { get; set; }

    /// <summary>Gets or sets the <c>api-version</c> that the client sends with every call.</summary>
    /// <value>By default none. Examples are <c>2025-04-01-preview</c>, and <c>preview</c> with the newer
    /// addresses.</value>
    public string? ApiVersion { get; set; }

    internal ImageAzureOptions Copy() => (ImageAzureOptions)MemberwiseClone();
}
