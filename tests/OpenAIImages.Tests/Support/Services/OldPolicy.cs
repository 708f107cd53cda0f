extern alias PollySeven;

using Microsoft.Extensions.DependencyInjection;
using PollySeven::Polly;

namespace OpenAIImages.Tests.Support;

/// <summary>Adds a retry of the older package Microsoft.Extensions.Http.Polly.</summary>
internal static class OldPolicy
{
    public static IHttpClientBuilder AddRetry(IHttpClientBuilder http)
        => http.AddPolicyHandler(
            Policy.HandleResult<HttpResponseMessage>(reply => !reply.IsSuccessStatusCode).RetryAsync(2));
}
