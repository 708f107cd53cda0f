using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Hosting;

public sealed class LinksTests
{
    // A linked file has six bytes and is no picture. An edit gets this refusal only when the service found the file.
    private const string FoundButNoPicture = "invalid_image_file";

    private const string Refusal =
        """<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code></Error>""";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_compatible_model_delivers_a_link_that_works_without_a_key()
    {
        await using var service = await StartAsync();

        var link = await LinkAsync(service, """{"model":"local","prompt":"a cat","response_format":"url"}""");

        using var stranger = new HttpClient();
        using var reply = await stranger.GetAsync(link, Token);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("image/png", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(TinyEngine.Bytes(0), await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_compatible_model_delivers_bytes_by_default_and_accepts_any_field()
    {
        await using var service = await StartAsync();

        var reply = await service.GenerateAsync(
            """{"model":"local","prompt":"a cat","seed":7,"negative_prompt":"dogs","style":"vivid","size":"64x64"}""");

        reply.Is(200, """
            {
              "created": 1795435200, "data": [ { "b64_json": "AQIDBAUA" } ],
              "background": "opaque", "output_format": "png", "quality": "high", "size": "64x64",
              "usage": {
                "total_tokens": 4626, "input_tokens": 8, "output_tokens": 4618,
                "input_tokens_details": { "text_tokens": 8, "image_tokens": 0 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 4618 }
              }
            }
            """);
    }

    [Fact]
    public async Task A_retired_model_that_is_served_delivers_a_link_and_a_revised_prompt()
    {
        await using var service = await StartAsync(options => options.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync(
            """{"model":"dall-e-3","prompt":"a cat","size":"1792x1024","quality":"hd","style":"natural"}""");

        Assert.Equal(["created", "data"], reply.Body.AsObject().Select(member => member.Key));
        Assert.Equal("1x cat; meadow; day", (string?)reply.Body["data"]![0]!["revised_prompt"]);
        Assert.StartsWith(
            new Uri(service.Emulator.Endpoint, "/pictures/").ToString(), (string?)reply.Body["data"]![0]!["url"]);
    }

    [Fact]
    public async Task An_alias_of_a_retired_model_works_although_the_model_is_refused()
    {
        await using var service = await StartAsync(options => options.ModelAliases = new Dictionary<string, string>
        {
            ["my-dall-e"] = "dall-e-2",
        });

        var reply = await service.GenerateAsync("""{"model":"my-dall-e","prompt":"a cat","n":2,"size":"256x256"}""");

        Assert.Equal(2, reply.Body["data"]!.AsArray().Select(picture => (string?)picture!["url"]).Distinct().Count());
    }

    [Fact]
    public async Task A_link_lasts_sixty_minutes()
    {
        await using var service = await StartAsync();
        var link = await LinkAsync(service);

        _time.Advance(TimeSpan.FromMinutes(59.9));
        using var inTime = await service.Http.GetAsync(link, Token);
        _time.Advance(TimeSpan.FromMinutes(0.1));
        using var late = await service.Http.GetAsync(link, Token);

        Assert.Contains("se=2026-11-23T13%3A00%3A00Z", link.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal(Refusal, await late.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Pictures_that_expired_long_ago_are_removed()
    {
        await using var service = await StartAsync();
        var link = await LinkAsync(service);

        _time.Advance(TimeSpan.FromHours(2));
        await LinkAsync(service);
        using var reply = await service.Http.GetAsync(link, Token);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [MemberData(nameof(LinkQueries.Wrong), MemberType = typeof(LinkQueries))]
    public async Task A_link_whose_query_was_lost_or_changed_is_refused(string query)
    {
        await using var service = await StartAsync();
        var link = await LinkAsync(service);
        var changed = LinkQueries.Put(link, query);

        using var reply = await service.Http.GetAsync(changed, Token);
        var edit = await EditAsync(service, changed);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(Refusal, await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal("invalid_image_url", (string?)edit.Body["error"]!["code"]);
    }

    [Theory]
    [MemberData(nameof(LinkQueries.Right), MemberType = typeof(LinkQueries))]
    public async Task A_link_works_with_its_parameters_in_any_order_and_with_other_parameters(string query)
    {
        await using var service = await StartAsync();
        var link = await LinkAsync(service);
        var changed = LinkQueries.Put(link, query);

        using var reply = await service.Http.GetAsync(changed, Token);
        var edit = await EditAsync(service, changed);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(FoundButNoPicture, (string?)edit.Body["error"]!["code"]);
    }

    [Fact]
    public async Task An_unknown_link_is_refused()
    {
        await using var service = await StartAsync();

        using var reply = await service.Http.GetAsync("/pictures/img-0.png?sig=0", Token);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("application/xml", reply.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_download_can_be_resumed_and_checked_for_change()
    {
        await using var service = await StartAsync();
        var link = await LinkAsync(
            service, """{"model":"local","prompt":"a cat","output_format":"webp","response_format":"url"}""");
        using var whole = await service.Http.GetAsync(link, Token);
        using var rest = new HttpRequestMessage(HttpMethod.Get, link);
        rest.Headers.Range = new RangeHeaderValue(4, null);
        rest.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        using var again = new HttpRequestMessage(HttpMethod.Get, link);
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var beyond = new HttpRequestMessage(HttpMethod.Get, link);
        beyond.Headers.Range = new RangeHeaderValue(6, null);

        using var resumed = await service.Http.SendAsync(rest, Token);
        using var unchanged = await service.Http.SendAsync(again, Token);
        using var unsatisfiable = await service.Http.SendAsync(beyond, Token);

        Assert.Equal("image/webp", whole.Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.PartialContent, resumed.StatusCode);
        Assert.Equal("bytes 4-5/6", resumed.Content.Headers.ContentRange!.ToString());
        Assert.Equal(TinyEngine.Bytes(0)[4..], await resumed.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, unsatisfiable.StatusCode);
    }

    [Fact]
    public async Task A_link_names_the_host_of_the_request()
    {
        await using var service = await StartAsync();
        var port = service.Emulator.Endpoint.Port;
        using var content = new StringContent(
            """{"model":"local","prompt":"a cat","response_format":"url"}""", null, "application/json");

        var reply = await service.SendAsync(
            HttpMethod.Post, $"http://localhost:{port}/v1/images/generations", content);

        Assert.StartsWith($"http://localhost:{port}/pictures/", (string?)reply.Body["data"]![0]!["url"]);
    }

    [Fact]
    public void Pictures_that_expired_long_ago_are_removed_without_further_requests()
    {
        using var store = new LinkStore(_time, most: 100);
        store.Add(new Picture(TinyEngine.Bytes(0), PictureFormat.Png, 1, 1, "x"));

        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, store.Count);
    }

    [Fact]
    public async Task The_oldest_links_are_removed_if_there_are_too_many()
    {
        await using var service = await StartAsync(options => options.MaxLinks = 10);
        var first = await LinkAsync(service);

        await service.GenerateAsync("""{"model":"local","prompt":"a cat","response_format":"url","n":10}""");
        using var reply = await service.Http.GetAsync(first, Token);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public void The_oldest_links_are_removed_if_the_pictures_are_too_large()
    {
        using var store = new LinkStore(_time, most: 100);
        var picture = new Picture(new byte[32 * 1_024 * 1_024], PictureFormat.Png, 1, 1, "x");

        for (var added = 0; added < 20; added++)
        {
            store.Add(picture);
        }

        Assert.Equal(10, store.Count);
    }

    [Theory]
    [InlineData(false, null, "http://127.0.0.1:PORT/pictures/")]
    [InlineData(true, null, "https://pictures.example.com/pictures/")]
    [InlineData(true, "https://cdn.example.com/emulator/", "https://cdn.example.com/emulator/pictures/")]
    public async Task A_link_names_the_public_address(
        bool usesHeaders, string? address, string expected)
    {
        await using var service = await StartAsync(options =>
        {
            options.UseForwardedHeaders = usesHeaders;
            options.PublicAddress = address is null ? null : new Uri(address);
        });
        service.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        service.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "pictures.example.com");

        var link = await LinkAsync(service);
        var edit = await EditAsync(service, link.OriginalString);

        Assert.StartsWith(
            expected.Replace("PORT", $"{service.Emulator.Endpoint.Port}", StringComparison.Ordinal),
            link.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["https"], service.Emulator.Received[0].Headers["X-Forwarded-Proto"]);
        Assert.Equal(FoundButNoPicture, (string?)edit.Body["error"]!["code"]);
    }

    private Task<Service> StartAsync(Action<ImageEmulatorOptions>? configure = null) => Service.StartAsync(options =>
    {
        options.TimeProvider = _time;
        configure?.Invoke(options);
    });

    private static Task<Reply> EditAsync(Service service, string link)
        => service.EditAsync($$"""{"prompt":"p","images":[{"image_url":"{{link}}"}]}""");

    private static async Task<Uri> LinkAsync(
        Service service, string request = """{"model":"local","prompt":"a cat","response_format":"url"}""")
    {
        var reply = await service.GenerateAsync(request);

        return new Uri((string)reply.Body["data"]![0]!["url"]!);
    }
}
