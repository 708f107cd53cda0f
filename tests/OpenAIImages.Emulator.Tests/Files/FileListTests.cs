using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Files;

/// <summary>The service lists files page by page.</summary>
public sealed class FileListTests
{
    [Fact]
    public async Task An_empty_list_has_every_member()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GetAsync("files");

        reply.Is(200, """{"object":"list","data":[],"first_id":null,"last_id":null,"has_more":false}""");
    }

    [Fact]
    public async Task The_newest_file_comes_first_unless_the_query_says_otherwise()
    {
        await using var service = await Service.StartAsync();
        var ids = await UploadAsync(service, 3);

        var newest = await service.GetAsync("files");
        var oldest = await service.GetAsync("files?order=asc");

        Assert.Equal(ids.Reverse(), IdsOf(newest));
        Assert.Equal(ids, IdsOf(oldest));
        Assert.Equal(ids[2], (string?)newest.Body["first_id"]);
        Assert.Equal(ids[0], (string?)newest.Body["last_id"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_the_last_id()
    {
        await using var service = await Service.StartAsync();
        var ids = await UploadAsync(service, 5);

        var seen = new List<string>();
        var sizes = new List<int>();
        for (var (after, more) = ("", true); more;)
        {
            var page = await service.GetAsync($"files?limit=2&order=asc&after={after}");
            seen.AddRange(IdsOf(page));
            sizes.Add(IdsOf(page).Count());
            (after, more) = ((string)page.Body["last_id"]!, (bool)page.Body["has_more"]!);
        }

        Assert.Equal(ids, seen);
        Assert.Equal([2, 2, 1], sizes);
    }

    [Fact]
    public async Task A_purpose_filters_the_files()
    {
        await using var service = await Service.StartAsync();
        await UploadAsync(service, 2);
        var lines = await service.UploadAsync([1], "a.jsonl", "batch");

        var reply = await service.GetAsync("files?purpose=batch");

        Assert.Equal([lines], IdsOf(reply));
    }

    [Theory]
    [InlineData("limit=0", "limit", "integer_below_min_value")]
    [InlineData("limit=10001", "limit", "integer_above_max_value")]
    [InlineData("limit=many", "limit", "invalid_type")]
    [InlineData("order=up", "order", "invalid_value")]
    public async Task A_bad_query_is_refused(string query, string param, string code)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GetAsync($"files?{query}");

        Assert.Equal(400, reply.Status);
        Assert.Equal((param, code), ((string?)reply.Body["error"]!["param"], (string?)reply.Body["error"]!["code"]));
    }

    [Fact]
    public async Task A_page_after_an_unknown_file_is_refused()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GetAsync("files?after=file-none");

        reply.IsError(404, "after", null, "No such File object: file-none");
    }

    private static async Task<string[]> UploadAsync(Service service, int count)
    {
        var ids = new string[count];
        for (var index = 0; index < count; index++)
        {
            ids[index] = await service.UploadAsync([(byte)index], "a.png", "vision");
        }

        return ids;
    }

    private static IEnumerable<string> IdsOf(Reply reply)
        => reply.Body["data"]!.AsArray().Select(file => (string)file!["id"]!);
}
