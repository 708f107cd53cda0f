using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenAIImages.Tests.Values;

namespace OpenAIImages.Tests.Snippets;

/// <summary>An exception names the key and the remedy of a mistake in appsettings.json or in a document.</summary>
public sealed class BoundFromJsonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_with_mistakes_stop_the_host_with_the_name_of_each_key()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddJsonStream(Json("""
            {
              "Images": {
                "ApiKey": "any",
                "MaxRetires": 3,
                "AttemptTimeout": "10 minutes",
                "Azure": { "ApiVersoin": "preview" }
              }
            }
            """));
        builder.Services.AddImageClient(builder.Configuration.GetSection("Images"));
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(
            [
                "AttemptTimeout (configuration key 'Images:AttemptTimeout'): '10 minutes' is not a time such as " +
                "00:10:00.",
                "Azure.ApiVersoin (configuration key 'Images:Azure:ApiVersoin'): there is no setting of this name. " +
                "Is 'ApiVersion' meant? Set AllowUnknownKeys to pass such names over.",
                "MaxRetires (configuration key 'Images:MaxRetires'): there is no setting of this name. " +
                "Is 'MaxRetries' meant? Set AllowUnknownKeys to pass such names over.",
            ],
            refused.Failures);
    }

    [Fact]
    public void A_value_with_a_mistake_in_configuration_is_named_with_its_key()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonStream(Json("""{ "Poster": { "Model": "gpt-image-2", "Size": "large" } }"""))
            .Build();

        var refused = Assert.Throws<InvalidOperationException>(
            () => configuration.GetSection("Poster").Get<BoundValues>());

        Assert.Equal(
            "Failed to convert configuration value 'large' at 'Poster:Size' to type 'OpenAIImages.ImageSize'.",
            refused.Message);
        Assert.Equal(
            "'large' is not a size: write WIDTHxHEIGHT in pixels, as in 1024x1024, or auto.",
            refused.InnerException!.Message);
    }

    [Fact]
    public void A_member_with_a_mistake_in_a_request_is_named()
    {
        var refused = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<GenerateImageRequest>(
            """{ "prompt": "a fox", "size": "large" }"""));

        Assert.Equal(
            "The member 'size' of GenerateImageRequest: 'large' is not a size: write WIDTHxHEIGHT in pixels, as in " +
            "1024x1024, or auto.",
            refused.Message);
    }

    private static MemoryStream Json(string text) => new(Encoding.UTF8.GetBytes(text));
}
