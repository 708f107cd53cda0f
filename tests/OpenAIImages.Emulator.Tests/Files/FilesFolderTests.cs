using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Files;

/// <summary>Files are in a permanent folder, or in a temporary one that the emulator deletes at its end.</summary>
public sealed class FilesFolderTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));

    private string Folder => Path.Combine(_parent.FullName, "files");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task Files_exist_again_after_a_restart()
    {
        string id;
        string before;
        await using (var service = await StartAsync())
        {
            id = await service.UploadAsync(Samples.Png, "a.png", "vision");
            before = (await service.GetAsync($"files/{id}")).Body.ToJsonString();
        }

        await using var again = await StartAsync();

        Assert.Equal(before, (await again.GetAsync($"files/{id}")).Body.ToJsonString());
        Assert.Equal(Samples.Png, await again.ReadAsync(id));
        Assert.Equal(200, (await again.EditAsync(
            $$"""{"prompt":"p","images":[{"file_id":"{{id}}"}]}""")).Status);
    }

    [Fact]
    public async Task A_deleted_file_is_removed_from_the_folder()
    {
        await using var service = await StartAsync();
        var id = await service.UploadAsync([1], "a.png", "vision");
        Assert.Equal(3, Directory.GetFiles(Folder).Length);

        await service.SendAsync(HttpMethod.Delete, $"files/{id}", null);

        Assert.Equal(["emulator.lock"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Files_are_written_only_within_the_folder()
    {
        await using (var service = await StartAsync())
        {
            await service.UploadAsync([1], "../../escape.png", "vision");
            await service.UploadAsync([1], "..\\..\\escape.png", "vision");
            await service.FinishBatchAsync([BatchCalls.Line("a")]);
        }

        Assert.Equal([Folder], Directory.GetFileSystemEntries(_parent.FullName));
        Assert.All(
            Directory.GetFiles(Folder),
            file => Assert.Matches(@"^(emulator\.lock|file-[A-Za-z0-9]{24}(\.json)?)$", Path.GetFileName(file)));
    }

    [Fact]
    public async Task An_unfinished_file_of_an_earlier_run_is_removed_and_foreign_ones_are_kept()
    {
        string whole;
        await using (var service = await StartAsync())
        {
            whole = await service.UploadAsync([1], "a.png", "vision");
        }

        var id = "file-" + new string('a', 24);
        var other = "file-" + new string('b', 24);
        string[] leftovers = [$"{id}.part", other, $"{other}.json.part"];
        string[] strange = ["notes.txt", "file-mine.png", "file-mine.part"];
        foreach (var name in leftovers.Concat(strange))
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name), "x", TestContext.Current.CancellationToken);
        }

        await using var again = await StartAsync();

        Assert.Equal(
            [.. strange.Append("emulator.lock").Append(whole).Append($"{whole}.json").Order(StringComparer.Ordinal)],
            Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.Equal([whole], (await again.GetAsync("files")).Body["data"]!.AsArray().Select(f => (string)f!["id"]!));
    }

    [Fact]
    public async Task A_link_in_the_folder_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want rights there that tests do not have.");
        string id;
        await using (var service = await StartAsync())
        {
            id = await service.UploadAsync([1, 2, 3], "a.png", "vision");
        }

        var secret = Path.Combine(_parent.FullName, "secret");
        await File.WriteAllBytesAsync(secret, [7, 7, 7], TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(Folder, id));
        File.CreateSymbolicLink(Path.Combine(Folder, id), secret);

        await using var again = await StartAsync();

        Assert.Equal(404, (await again.GetAsync($"files/{id}")).Status);
        Assert.True(File.Exists(secret));
    }

    [Fact]
    public async Task Only_one_emulator_at_a_time_can_use_a_folder()
    {
        await using var service = await StartAsync();

        await Assert.ThrowsAsync<IOException>(StartAsync);
    }

    [Fact]
    public async Task A_file_expires_at_its_time()
    {
        await using var service = await StartAsync();
        var reply = await service.UploadAsync(
            Form.Of(("purpose", "vision"), ("expires_after[anchor]", "created_at"), ("expires_after[seconds]", "3600"))
                .File("file", [1]));
        var id = (string)reply.Body["id"]!;

        _time.Advance(TimeSpan.FromSeconds(3_599));
        var before = await service.GetAsync($"files/{id}");
        _time.Advance(TimeSpan.FromSeconds(1));
        var after = await service.GetAsync($"files/{id}");

        Assert.Equal(200, before.Status);
        after.IsError(404, "id", null, $"No such File object: {id}");
        Assert.Equal(["emulator.lock"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_temporary_folder_is_deleted_with_its_files()
    {
        var folder = new FileFolder(given: null);
        var id = FileIds.Make();
        string path;
        using (var draft = folder.Create(id))
        {
            path = Path.GetDirectoryName(draft.Name)!;
        }

        folder.Dispose();

        Assert.False(Directory.Exists(path));
        Assert.NotEqual(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar), path);
    }

    [Fact]
    public void A_temporary_folder_without_an_owner_is_removed_by_the_next_emulator()
    {
        var abandoned = Directory.CreateTempSubdirectory("openai-images-emulator-");

        // The lock is written last: after it, the emulator of another test may remove the folder.
        File.WriteAllText(Path.Combine(abandoned.FullName, FileIds.Make()), "x");
        File.WriteAllText(Path.Combine(abandoned.FullName, "emulator.lock"), "");
        using var living = new TemporaryFolder();
        using var next = new TemporaryFolder();

        Assert.False(Directory.Exists(abandoned.FullName));
        Assert.True(Directory.Exists(living.FullName));
    }

    private Task<Service> StartAsync() => Service.StartAsync(options =>
    {
        options.FilesFolder = Folder;
        options.TimeProvider = _time;
        options.Engine = new EditingEngine();
    });
}
