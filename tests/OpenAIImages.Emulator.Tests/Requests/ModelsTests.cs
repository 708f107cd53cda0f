using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class ModelsTests
{
    [Fact]
    public async Task The_list_has_every_living_model_with_its_shutdown_date()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GetAsync("models");

        Assert.Equal("list", (string?)reply.Body["object"]);
        Assert.Equal(
            [
                "gpt-image-2.6-sunburst ", "gpt-image-2.6-flare ",
                "gpt-image-2.5-sunburst ", "gpt-image-2.5-sunburst-2026-09-08 ",
                "gpt-image-2.5-flare ", "gpt-image-2.5-flare-2026-09-08 ",
                "gpt-image-2 ", "gpt-image-2-2026-04-21 ",
                "gpt-image-1.5 2026-12-01", "chatgpt-image-latest 2026-12-01",
                "gpt-image-1-mini 2026-12-01",
            ],
            reply.Body["data"]!.AsArray().Select(model => $"{model!["id"]} {model["shutdown_date"]}"));
    }

    [Theory]
    [InlineData("gpt-image-1.5", 1765843200, "\"2026-12-01\"")]
    [InlineData("gpt-image-1.5-2025-12-16", 1765843200, "\"2026-12-01\"")]
    [InlineData("gpt-image-2", 1776729600, "null")]
    [InlineData("org/my-model", 1776729600, "null")]
    public async Task A_model_is_described(string name, long created, string shutdown)
    {
        var aliases = new Dictionary<string, string> { ["org/my-model"] = "gpt-image-2" };
        await using var service = await Service.StartAsync(options => options.ModelAliases = aliases);

        var reply = await service.GetAsync($"models/{name}");

        reply.Is(200, $$"""
            {
              "id": "{{name}}", "object": "model", "created": {{created}}, "owned_by": "system",
              "shutdown_date": {{shutdown}}
            }
            """);
    }

    [Theory]
    [InlineData("dall-e-2")]
    [InlineData("dall-e-3")]
    [InlineData("gpt-image-1")]
    public async Task A_retired_model_is_refused_everywhere(string name)
    {
        await using var service = await Service.StartAsync();

        var described = await service.GetAsync($"models/{name}");
        var painted = await service.GenerateAsync($$"""{"model":"{{name}}","prompt":"a cat"}""");

        described.IsError(404, null, "model_not_found",
            $"The model `{name}` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations");
        painted.IsError(
            400, "model", "invalid_value", $"The model '{name}' does not exist.", "image_generation_user_error");
    }

    [Theory]
    [InlineData("gpt-image-2.7")]
    [InlineData("gpt-image-2.6-flrae")]
    [InlineData("gpt-image-2-2026-04-22")]
    [InlineData("dall-e-4")]
    [InlineData("foo")]
    [InlineData("")]
    public async Task A_model_that_does_not_exist_is_refused(string name)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync($$"""{"model":"{{name}}","prompt":"a cat"}""");

        reply.IsError(
            400, "model", "invalid_value", $"The model '{name}' does not exist.", "image_generation_user_error");
    }

    [Fact]
    public async Task A_request_that_names_no_model_gets_the_default_one()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync("""{"prompt":"a cat","quality":"max"}""");

        reply.IsError(400, "quality", "invalid_value",
            "Invalid value: 'max'. Supported values are: 'low', 'medium', 'high', and 'auto'.");
    }

    [Fact]
    public async Task A_request_must_name_a_model_if_the_service_has_no_default_model()
    {
        await using var service = await Service.StartAsync(options => options.DefaultModel = null);

        var painted = await service.GenerateAsync("""{"prompt":"a cat"}""");
        var edited = await service.EditAsync("""{"prompt":"a cat"}""");

        Assert.All([painted, edited], reply => reply.IsError(
            400, "model", "missing_required_parameter", "Missing required parameter: 'model'."));
    }

    [Fact]
    public async Task The_default_model_may_be_a_compatible_one()
    {
        await using var service = await Service.StartAsync(options =>
        {
            options.CompatibleModels = ["flux"];
            options.DefaultModel = "flux";
        });

        var reply = await service.GenerateAsync("""{"prompt":"a cat","size":"3x5"}""");
        var other = await service.GenerateAsync("""{"prompt":"a cat","model":"local"}""");

        Assert.Equal("3x5", (string?)reply.Body["size"]);
        Assert.Equal(400, other.Status);
    }

    [Fact]
    public async Task A_model_that_is_not_in_the_list_is_refused_with_the_list()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GetAsync("models/local");

        reply.IsError(404, null, "model_not_found",
            "The model `local` does not exist or you do not have access to it.");
    }

    [Theory]
    [InlineData(RetiredModelHandling.RefuseByDate, "2026-11-30T23:59:59Z", 200)]
    [InlineData(RetiredModelHandling.RefuseByDate, "2026-12-01T00:00:00Z", 400)]
    [InlineData(RetiredModelHandling.Refuse, "2026-12-01T00:00:00Z", 200)]
    [InlineData(RetiredModelHandling.Serve, "2026-12-01T00:00:00Z", 200)]
    public async Task A_model_ends_on_its_shutdown_date_only_if_the_options_say_so(
        RetiredModelHandling handling, string now, int status)
    {
        await using var service = await Service.StartAsync(options =>
        {
            options.RetiredModels = handling;
            options.TimeProvider = new FakeTimeProvider(DateTimeOffset.Parse(now, null));
        });

        var reply = await service.GenerateAsync("""{"model":"gpt-image-1-mini","prompt":"a cat"}""");

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task A_clock_in_the_past_does_not_bring_a_retired_model_back()
    {
        await using var service = await Service.StartAsync(options =>
        {
            options.RetiredModels = RetiredModelHandling.RefuseByDate;
            options.TimeProvider = new FakeTimeProvider(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        });

        var reply = await service.GenerateAsync("""{"model":"dall-e-3","prompt":"a cat"}""");

        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("dall-e-2", "\"size\":\"1792x1024\"", "size",
        "Invalid value: '1792x1024'. Supported values are: '256x256', '512x512', and '1024x1024'.")]
    [InlineData("dall-e-3", "\"size\":\"256x256\"", "size",
        "Invalid value: '256x256'. Supported values are: '1024x1024', '1024x1792', and '1792x1024'.")]
    [InlineData("dall-e-2", "\"quality\":\"hd\"", "quality", "Invalid value: 'hd'. Supported values are: 'standard'.")]
    [InlineData("dall-e-3", "\"quality\":\"high\"", "quality",
        "Invalid value: 'high'. Supported values are: 'standard' and 'hd'.")]
    [InlineData("dall-e-3", "\"style\":\"calm\"", "style",
        "Invalid value: 'calm'. Supported values are: 'vivid' and 'natural'.")]
    [InlineData("dall-e-3", "\"response_format\":\"file\"", "response_format",
        "Invalid value: 'file'. Supported values are: 'url' and 'b64_json'.")]
    [InlineData("gpt-image-1", "\"quality\":\"max\"", "quality",
        "Invalid value: 'max'. Supported values are: 'low', 'medium', 'high', and 'auto'.")]
    [InlineData("gpt-image-2", "\"quality\":\"xhigh\"", "quality",
        "Invalid value: 'xhigh'. Supported values are: 'low', 'medium', 'high', and 'auto'.")]
    [InlineData("gpt-image-2.5-flare", "\"output_format\":\"gif\"", "output_format",
        "Invalid value: 'gif'. Supported values are: 'png', 'webp', and 'jpeg'.")]
    public async Task Each_model_has_values_of_its_own(string model, string field, string param, string message)
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync($$"""{"model":"{{model}}","prompt":"a cat",{{field}}}""");

        reply.IsError(400, param, "invalid_value", message);
    }

    [Theory]
    [InlineData("dall-e-2", "style")]
    [InlineData("dall-e-3", "background")]
    [InlineData("dall-e-3", "stream")]
    [InlineData("gpt-image-1", "complexity")]
    [InlineData("gpt-image-1", "response_format")]
    [InlineData("gpt-image-2.6-sunburst", "style")]
    public async Task Each_model_has_fields_of_its_own(string model, string field)
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync($$"""{"model":"{{model}}","prompt":"a cat","{{field}}":"x"}""");

        reply.IsError(400, field, "unknown_parameter", $"Unknown parameter: '{field}'.");
    }

    [Theory]
    [InlineData("dall-e-2", 1_000)]
    [InlineData("dall-e-3", 4_000)]
    [InlineData("gpt-image-1", 32_000)]
    [InlineData("gpt-image-2.6-flare", 32_000)]
    [InlineData("local", 32_000)]
    public async Task Each_model_has_a_longest_prompt_in_characters_not_code_units(string model, int longest)
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var accepted = await service.GenerateAsync(Request(string.Concat(Enumerable.Repeat("🦊", longest))));
        var refused = await service.GenerateAsync(Request(new string('猫', longest + 1)));

        Assert.Equal(200, accepted.Status);
        refused.IsError(400, "prompt", "string_above_max_length",
            $"Invalid 'prompt': string too long. Expected a string with maximum length {longest}, " +
            $"but got a string with length {longest + 1} instead.");

        string Request(string prompt) => new JsonObject { ["model"] = model, ["prompt"] = prompt }.ToJsonString();
    }

    [Fact]
    public async Task Dall_e_3_makes_one_picture_at_a_time()
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync("""{"model":"dall-e-3","prompt":"a cat","n":2}""");

        reply.IsError(400, "n", "integer_above_max_value",
            "Invalid 'n': integer above maximum value. Expected a value <= 1, but got 2 instead.");
    }
}
