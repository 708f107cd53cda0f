using System.Text;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

/// <summary>The emulator serves the same images at Azure's addresses.</summary>
public sealed class AzureTests
{
    private const string Deployment = "/openai/deployments/artist/images/";
    private const string Missing =
        "The API deployment for this resource does not exist. If you created the deployment within the last 5 " +
        "minutes, please wait a moment and try again.";

    private const string Version = "?api-version=2025-04-01-preview";

    [Fact]
    public async Task A_deployment_paints_with_its_model_and_reports_its_filters()
    {
        await using var service = await StartAsync();

        var reply = await GenerateAsync(
            service, Deployment + "generations" + Version, """{"model":"ignored","prompt":"p","size":"1536x864"}""");

        Assert.Equal((200, "1536x864"), (reply.Status, (string?)reply.Body["size"]));
        Sse.Same(
            """
            {
              "b64_json": "AQIDBAUA",
              "content_filter_results": {
                "hate": { "filtered": false, "severity": "safe" },
                "self_harm": { "filtered": false, "severity": "safe" },
                "sexual": { "filtered": false, "severity": "safe" },
                "violence": { "filtered": false, "severity": "safe" }
              },
              "prompt_filter_results": {
                "hate": { "filtered": false, "severity": "safe" },
                "self_harm": { "filtered": false, "severity": "safe" },
                "sexual": { "filtered": false, "severity": "safe" },
                "violence": { "filtered": false, "severity": "safe" },
                "profanity": { "detected": false, "filtered": false },
                "jailbreak": { "detected": false, "filtered": false },
                "custom_blocklists": { "filtered": false, "details": [] }
              }
            }
            """,
            reply.Body["data"]![0]!);
        Assert.True(Guid.TryParse(reply.Headers["apim-request-id"], out _));
        Assert.Equal("Emulator", reply.Headers["x-ms-region"]);
    }

    [Theory]
    [InlineData("/openai/v1/images/generations")]
    [InlineData("/openai/v1/images/generations?api-version=preview")]
    public async Task The_newer_address_answers_as_OpenAI_does(string path)
    {
        await using var service = await StartAsync();

        var reply = await GenerateAsync(service, path, """{"model":"artist","prompt":"p"}""");

        Assert.Equal(200, reply.Status);
        Assert.Null(reply.Body["data"]![0]!["content_filter_results"]);
        Assert.True(reply.Headers.ContainsKey("apim-request-id"));
    }

    [Fact]
    public async Task The_key_can_come_in_the_api_key_header()
    {
        await using var service = await StartAsync(options => options.ApiKeys = ["secret"]);
        service.Http.DefaultRequestHeaders.Authorization = null;
        service.Http.DefaultRequestHeaders.Add("api-key", "secret");

        var reply = await GenerateAsync(service, Deployment + "generations" + Version, """{"prompt":"p"}""");

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("gpt-image-2", 200)]
    [InlineData("gpt-image-1", 404)]
    [InlineData("other", 404)]
    public async Task A_deployment_is_an_alias_or_has_the_name_of_a_living_model(string deployment, int status)
    {
        await using var service = await StartAsync();

        var reply = await GenerateAsync(
            service, $"/openai/deployments/{deployment}/images/generations{Version}", """{"prompt":"p"}""");

        Assert.Equal(status, reply.Status);
        if (status == 404)
        {
            reply.Is(404, """
                {
                  "error": {
                    "code": "DeploymentNotFound",
                    "message": "@"
                  }
                }
                """.Replace("@", Missing, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_deployment_requires_the_api_version()
    {
        await using var service = await StartAsync();

        var reply = await GenerateAsync(service, Deployment + "generations", """{"prompt":"p"}""");

        reply.Is(404, """{"error":{"code":"404","message":"Resource not found"}}""");
    }

    [Theory]
    [InlineData("[moderate]")]
    [InlineData("[moderate output]")]
    public async Task Refused_content_is_reported_in_the_form_of_Azure(string prompt)
    {
        await using var service = await StartAsync();

        var reply = await GenerateAsync(
            service, Deployment + "generations" + Version, $$"""{"prompt":"{{prompt}}"}""");

        var message = (string)reply.Body["error"]!["message"]!;
        reply.Is(400, $$"""
            {
              "error": {
                "message": "{{message}}", "type": "invalid_request_error", "param": null,
                "code": "content_policy_violation",
                "inner_error": {
                  "code": "ResponsibleAIPolicyViolation",
                  "content_filter_results": {
                    "hate": { "filtered": false, "severity": "safe" },
                    "self_harm": { "filtered": false, "severity": "safe" },
                    "sexual": { "filtered": false, "severity": "safe" },
                    "violence": { "filtered": true, "severity": "medium" },
                    "jailbreak": { "detected": false, "filtered": false }
                  }
                }
              }
            }
            """);
    }

    [Fact]
    public async Task Edits_of_a_deployment_are_forms_without_webp()
    {
        await using var service = await StartAsync();
        using var form = Form.Of(("prompt", "p")).File("image", Samples.Png).ToContent();
        using var webp = Form.Of(("prompt", "p")).File("image", Samples.WebP, "image/webp").ToContent();
        const string path = Deployment + "edits" + Version;

        var good = await service.SendAsync(HttpMethod.Post, path, form);
        var json = await GenerateAsync(service, path, """{"prompt":"p","images":[]}""");
        var refused = await service.SendAsync(HttpMethod.Post, path, webp);

        Assert.Equal((200, 400), (good.Status, json.Status));
        Assert.Equal("unsupported_content_type", (string?)json.Body["error"]!["code"]);
        refused.IsError(
            400, "image", "unsupported_file_mimetype",
            "Invalid file 'image': unsupported mimetype ('image/webp'). " +
            "Supported file formats are 'image/jpeg' and 'image/png'.");
    }

    [Theory]
    [InlineData("/openai/v1/images/generations")]
    [InlineData(Deployment + "generations" + Version)]
    public async Task Azure_has_no_webp(string path)
    {
        await using var service = await StartAsync();

        var reply = await GenerateAsync(service, path, """{"model":"artist","prompt":"p","output_format":"webp"}""");

        reply.IsError(
            400, "output_format", "invalid_value",
            "Invalid value: 'webp'. Supported values are: 'png' and 'jpeg'.");
    }

    private static Task<Service> StartAsync(Action<ImageEmulatorOptions>? configure = null)
        => Service.StartAsync(options =>
        {
            options.Engine = new EditingEngine();
            options.ModelAliases = new Dictionary<string, string> { ["artist"] = "gpt-image-2" };
            configure?.Invoke(options);
        });

    private static async Task<Reply> GenerateAsync(Service service, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        return await service.SendAsync(HttpMethod.Post, path, content);
    }
}
