namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API, over HTTP.</summary>
public sealed class OpenAIImageClient : IImageClient
{
    internal OpenAIImageClient(Func<HttpClient> http, Func<ImageClientOptions> options)
    {
        Http = http;
        Options = options;
    }

    internal Func<HttpClient> Http { get; }

    internal Func<ImageClientOptions> Options { get; }
}
