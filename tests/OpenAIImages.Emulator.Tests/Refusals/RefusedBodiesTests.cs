using System.Net.Http.Headers;
using System.Text;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

public sealed class RefusedBodiesTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string NotJson =
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP " +
        "library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you " +
        "have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("prompt=a cat")]
    [InlineData("""{"prompt":"a cat"} x""")]
    [InlineData("""{"prompt":"a cat",}""")]
    [InlineData("{'prompt':'a cat'}")]
    [InlineData("""{"prompt":"half a pair: \ud83d"}""")]
    [InlineData("""{"\udc00":"half a pair"}""")]
    public async Task A_body_that_is_not_JSON_is_refused(string body)
    {
        var reply = await shared.Service.GenerateAsync(body);

        reply.IsError(400, null, null, NotJson);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        using var content = new ByteArrayContent([.. "{\"prompt\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var reply = await shared.Service.SendAsync(HttpMethod.Post, "images/generations", content);

        reply.IsError(400, null, null, NotJson);
    }

    [Fact]
    public async Task Very_deep_nesting_is_refused()
    {
        var reply = await shared.Service.GenerateAsync(new string('[', 100_000));

        reply.IsError(400, null, null, NotJson);
    }

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("\"a cat\"", "a string")]
    [InlineData("null", "null")]
    [InlineData("7", "an integer")]
    public async Task JSON_that_is_not_an_object_is_refused(string body, string kind)
    {
        var reply = await shared.Service.GenerateAsync(body);

        reply.IsError(400, null, "invalid_type",
            $"Invalid type for the request body: expected an object, but got {kind} instead.");
    }

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8")]
    public async Task Another_content_type_is_refused(string type, string shown)
    {
        using var content = new StringContent("""{"prompt":"a cat"}""", Encoding.UTF8, type);

        var reply = await shared.Service.SendAsync(HttpMethod.Post, "images/generations", content);

        reply.IsError(400, null, "unsupported_content_type",
            $"Unsupported content type: '{shown}'. This API method only accepts 'application/json' requests, but you " +
            $"specified the header 'Content-Type: {shown}'. Please try again with a supported content type.");
    }

    [Fact]
    public async Task The_sender_of_a_body_that_is_too_large_can_read_the_refusal()
    {
        var reply = await shared.Service.GenerateAsync($$"""{"prompt":"{{new string('a', 8 * 1_024 * 1_024)}}"}""");

        reply.IsError(413, null, null, "The request body is too large. It must be at most 1048576 bytes.");
    }

    [Theory]
    [InlineData("GET", "images/generations")]
    [InlineData("PUT", "images/generations")]
    [InlineData("POST", "models")]
    [InlineData("DELETE", "models/gpt-image-2")]
    public async Task The_wrong_method_is_refused(string method, string path)
    {
        var reply = await shared.Service.SendAsync(new HttpMethod(method), path, content: null);

        reply.IsError(405, null, "method_not_supported",
            $"Not allowed to {method} on /v1/{path}. (HINT: Perhaps you meant to use a different HTTP method?)");
        Assert.Contains("Allow", reply.Headers);
    }

    [Theory]
    [InlineData("POST", "/v1/images/generation")]
    [InlineData("GET", "/")]
    [InlineData("POST", "/v2/images/generations")]
    public async Task An_unknown_address_is_a_bare_404(string method, string path)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), path);

        using var reply = await shared.Service.Http.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Equal((404, 0), ((int)reply.StatusCode, reply.Content.Headers.ContentLength));
        Assert.Equal([$"Nothing is at {method} {path}."], reply.Headers.GetValues("x-emulator-error"));
    }

    [Fact]
    public async Task An_upload_of_any_length_to_an_unknown_address_is_a_404()
    {
        using var content = new ByteArrayContent(new byte[3 * 1_024 * 1_024]);

        using var reply = await shared.Service.Http.PostAsync(
            "files-of-mine", content, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)reply.StatusCode);
    }

    [Fact]
    public void Many_objects_under_a_long_name_are_read_without_copies_of_it()
    {
        var name = new string('n', 100_000);
        var objects = string.Join(',', Enumerable.Range(0, 10_000).Select(index => $"\"{index}\":{{}}"));
        var body = Encoding.UTF8.GetBytes(
            $$"""{"{{name}}":{{{objects}}},"list":[]}""");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fields = JsonParameters.Read("application/json", body);

        // A copy of the path for each object would take two gigabytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal([name, "list"], fields.Names);
    }

    [Fact]
    public async Task A_body_of_very_many_values_is_refused_before_they_are_kept()
    {
        var reply = await shared.Service.EditAsync(
            $$"""{"prompt":"p","images":[{{string.Join(',', Enumerable.Repeat("1", 200_000))}}]}""");

        reply.IsError(400, null, null,
            "The JSON body of your request has too many values. Pictures go into it as strings, not as numbers.");
    }
}
