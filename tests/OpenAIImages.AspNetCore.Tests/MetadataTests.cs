using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.AspNetCore.Tests.Support;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>OpenAPI finds the replies of an endpoint in the type of its result.</summary>
public sealed class MetadataTests
{
    private static readonly GenerateImageRequest Request = new("a cat");

    [Fact]
    public async Task An_image_endpoint_declares_its_media_types_and_its_problems()
    {
        var answers = await AnswersOfAsync(app => app.MapPost(
            "/image", () => TypedResults.Extensions.Image(new FakeClient(), Request)));

        Assert.Contains("image/png", answers[200].ContentTypes);
        Assert.Contains("image/svg+xml", answers[200].ContentTypes);
        Assert.Equal(typeof(Stream), answers[200].Type);
        Assert.Equal([200, 400, 413, 422, 429, 500, 502, 503], answers.Keys.Order());
        Assert.Equal(["application/problem+json"], answers[502].ContentTypes);
    }

    [Fact]
    public async Task An_endpoint_of_events_declares_that_it_streams()
    {
        var answers = await AnswersOfAsync(app => app.MapPost(
            "/events", () => TypedResults.Extensions.ImageEvents(new FakeClient(), Request)));

        Assert.Equal(["text/event-stream"], answers[200].ContentTypes);
        Assert.Equal([200, 204], answers.Keys.Order());
    }

    private static async Task<Dictionary<int, IProducesResponseTypeMetadata>> AnswersOfAsync(
        Action<WebApplication> map)
    {
        await using var host = await WebHost.StartAsync(map);

        return Assert.Single(host.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .ToDictionary(answer => answer.StatusCode);
    }
}
