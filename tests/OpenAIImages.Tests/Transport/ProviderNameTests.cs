using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

public sealed class ProviderNameTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1/", "openai")]
    [InlineData("https://eu.api.openai.com/v1/", "openai")]
    [InlineData("https://evilapi.openai.com/v1/", "openai_compatible")]
    [InlineData("https://mine.openai.azure.com/openai/v1/", "azure.ai.openai")]
    [InlineData("https://mine.services.ai.azure.com/openai/v1/", "azure.ai.openai")]
    [InlineData("https://api.x.ai/v1/", "x_ai")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/openai/", "gcp.gemini")]
    [InlineData("http://localhost:8080/v1/", "openai_compatible")]
    public void The_endpoint_decides_the_name_of_the_provider(string endpoint, string name)
        => Assert.Equal(name, ProviderName.For(new ImageClientOptions { Endpoint = new Uri(endpoint) }));

    [Fact]
    public void A_service_with_a_deployment_is_Azure_at_any_address()
        => Assert.Equal("azure.ai.openai", ProviderName.For(new ImageClientOptions
        {
            Endpoint = new Uri("https://gateway.test/"),
            Azure = { Deployment = "pictures" },
        }));
}
