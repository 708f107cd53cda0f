extern alias PollySeven;

using Microsoft.Extensions.DependencyInjection;
using PollySeven::Polly;

namespace OpenAIImages.Tests.Support;

/// <summary>Repeats calls as Microsoft.Extensions.Http.Polly does, which is built on the older Polly.</summary>
internal static class OldPolicy
{
    public static IHttpClientBuilder AddRetry(IHttpClientBuilder http)
        => http.AddPolicyHandler(
            Policy.HandleResult<HttpResponseMessage>(reply => !reply.IsSuccessStatusCode).RetryAsync(2));
}
