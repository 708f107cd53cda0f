using System.Net;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

public sealed class KeysTests
{
    private const string NoKey =
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer " +
        "auth (i.e. Authorization: Bearer YOUR_KEY). You can obtain an API key from " +
        "https://platform.openai.com/account/api-keys.";

    [Theory]
    [InlineData(null, null)]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "Bearer")]
    [InlineData("Authorization", "Basic c2stdGVzdA==")]
    [InlineData("Authorization", "sk-test-0123456789")]
    [InlineData("api-key", " ")]
    public async Task A_request_without_a_key_is_refused(string? header, string? value)
    {
        await using var service = await ServiceWithHeader(header, value);

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        reply.IsError(401, null, null, NoKey);
    }

    [Theory]
    [InlineData("sk-wrong-0123456789-wxyz", "sk-*****************wxyz")]
    [InlineData("sk-short", "********")]
    public async Task A_wrong_key_is_refused_and_shown_only_masked(string key, string masked)
    {
        await using var service = await ServiceWithHeader("Authorization", $"Bearer {key}", "right");

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        reply.IsError(401, null, "invalid_api_key",
            $"Incorrect API key provided: {masked}. You can find your API key at " +
            "https://platform.openai.com/account/api-keys.");
    }

    [Theory]
    [InlineData("Authorization", "Bearer right")]
    [InlineData("Authorization", "bearer right")]
    [InlineData("api-key", "right")]
    public async Task The_right_key_is_accepted_in_either_header(string header, string value)
    {
        await using var service = await ServiceWithHeader(header, value, "right", "another");

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Keys_can_be_optional()
    {
        await using var service = await Service.StartAsync(options => options.RequireKey = false);
        service.Http.DefaultRequestHeaders.Authorization = null;

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task The_list_of_models_also_requires_a_key()
    {
        await using var service = await ServiceWithHeader(null, null);

        var reply = await service.GetAsync("models");

        reply.IsError((int)HttpStatusCode.Unauthorized, null, null, NoKey);
    }

    [Fact]
    public async Task The_body_of_a_request_with_a_wrong_key_is_kept_only_in_part()
    {
        await using var service = await ServiceWithHeader("Authorization", "Bearer wrong", "right");

        var reply = await service.GenerateAsync($$"""{"prompt":"{{new string('a', 4 * 1_024 * 1_024)}}"}""");

        Assert.Equal(401, reply.Status);
        Assert.Equal(64 * 1_024, Assert.Single(service.Emulator.Received).Body.Length);
    }

    private static async Task<Service> ServiceWithHeader(string? header, string? value, params string[] keys)
    {
        var service = await Service.StartAsync(options => options.ApiKeys = keys.Length > 0 ? keys : null);
        service.Http.DefaultRequestHeaders.Authorization = null;
        if (header is not null)
        {
            service.Http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        }

        return service;
    }
}
