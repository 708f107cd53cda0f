using OpenAIImages.Settings;

namespace OpenAIImages.Tests.Settings;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1/", "https://api.openai.com/v1/images/edits")]
    [InlineData("https://api.openai.com/v1", "https://api.openai.com/v1/images/edits")]
    [InlineData("https://api.openai.com", "https://api.openai.com/v1/images/edits")]
    [InlineData("https://other.test", "https://other.test/images/edits")]
    [InlineData("http://localhost:8080/a/b/", "http://localhost:8080/a/b/images/edits")]
    [InlineData("https://r.test/openai/v1?api-version=x", "https://r.test/openai/v1/images/edits?api-version=x")]
    [InlineData("https://r.test/openai/v1/?a=1&b=2", "https://r.test/openai/v1/images/edits?a=1&b=2")]
    [InlineData("https://r.test/a%20b/", "https://r.test/a%20b/images/edits")]
    public void Path_and_query_of_the_endpoint_are_kept(string endpoint, string address)
        => Assert.Equal(address, ServiceAddress.Resolve(new Uri(endpoint), "images/edits").AbsoluteUri);

    [Fact]
    public void Two_queries_become_one_query()
        => Assert.Equal(
            "https://r.test/v1/files?limit=2&api-version=x",
            ServiceAddress.Resolve(new Uri("https://r.test/v1?api-version=x"), "files?limit=2").AbsoluteUri);

    [Theory]
    [InlineData("https://R.test/v1", "https://r.TEST:443/v1/images/edits", true)]
    [InlineData("https://r.test/v1?x=1", "https://r.test/v1/images", true)]
    [InlineData("https://r.test", "https://r.test/anything", true)]
    [InlineData("https://r.test/v1", "https://user@r.test/v1/images", true)]
    [InlineData("https://r.test/v1", "https://r.test/V1/images", false)]
    [InlineData("https://r.test/v1", "https://r.test@elsewhere.test/v1/images", false)]
    public void Addresses_below_the_endpoint_belong_to_the_service(string endpoint, string address, bool belongs)
        => Assert.Equal(belongs, ServiceAddress.Contains(new Uri(endpoint), new Uri(address)));
}
