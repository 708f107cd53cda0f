using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Many.Journals;

public sealed class FileJournalTests : IDisposable
{
    private readonly JournalWork _work = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Records_come_back_as_they_were_written()
    {
        var record = new ImageJournalRecord("a\n\"é\"", 2, ImageJournalMark.Done, "abc")
        {
            Count = 4,
            Time = new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero),
            Images = [ImageOutput.FromSavedFile("/tmp/a.png", 5, ImageMediaType.Png)],
            Cost = 0.04m,
            RequestId = "req_1",
            ClientRequestId = "mine",
        };
        using (var journal = await _work.OpenAsync())
        {
            await journal.AppendAsync(record, Stop);
        }

        using var again = await _work.OpenAsync();
        var read = await ReadAsync(again);

        Assert.Equal(2, _work.Lines.Length);
        Assert.Equal(record with { Images = [] }, Assert.Single(read) with { Images = [] });
        Assert.Equal(record.Images, read[0].Images);
    }

    [Fact]
    public async Task A_second_run_is_refused_while_the_first_is_open()
    {
        using var first = await _work.OpenAsync();

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => _work.OpenAsync());

        Assert.Equal((ImageJournalFault.InUse, _work.JournalPath), (thrown.Fault, thrown.JournalPath));
    }

    [Fact]
    public async Task The_lock_file_stays_and_does_not_lock_later_runs()
    {
        (await _work.OpenAsync()).Dispose();

        Assert.True(File.Exists(_work.JournalPath + ".lock"));
        (await _work.OpenAsync()).Dispose();
    }

    [Fact]
    public async Task A_journal_of_another_job_is_refused_and_left_unchanged()
    {
        (await _work.OpenAsync("spring")).Dispose();
        var before = _work.Lines;

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => _work.OpenAsync("autumn"));

        Assert.Equal(ImageJournalFault.OtherJob, thrown.Fault);
        Assert.Contains("'spring', and not to 'autumn'", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(before, _work.Lines);
    }

    [Fact]
    public async Task A_job_whose_name_is_no_text_is_another_job()
    {
        await File.WriteAllTextAsync(
            _work.JournalPath, """{"openai_images_journal":1,"job":"\ud800"}""" + "\n", Stop);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => _work.OpenAsync("job"));

        Assert.Equal(ImageJournalFault.OtherJob, thrown.Fault);
    }

    [Theory]
    [InlineData("{\"openai_images_journal\":2,\"job\":\"job\"}\n")]
    [InlineData("{\"openai_images_journal\":1}\n")]
    [InlineData("{\"job\":\"job\"}\n")]
    [InlineData("a shopping list\nmilk\n")]
    [InlineData("a shopping list")]
    [InlineData("[]\n")]
    public async Task A_file_that_is_not_a_journal_is_refused_and_left_unchanged(string text)
    {
        await File.WriteAllTextAsync(_work.JournalPath, text, Stop);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => _work.OpenAsync());

        Assert.Equal(ImageJournalFault.OtherVersion, thrown.Fault);
        Assert.Equal(text, await File.ReadAllTextAsync(_work.JournalPath, Stop));
    }

    [Fact]
    public async Task An_incomplete_last_line_is_removed_and_its_length_is_reported()
    {
        await WriteAsync(3);
        var whole = await File.ReadAllBytesAsync(_work.JournalPath, Stop);
        await File.WriteAllBytesAsync(_work.JournalPath, whole[..^5], Stop);

        using (var journal = await _work.OpenAsync())
        {
            Assert.True(journal.CutBytes > 50);
            await journal.AppendAsync(Record("new"), Stop);
        }

        using var again = await _work.OpenAsync();
        Assert.Equal(0, again.CutBytes);
        Assert.Equal(["0", "1", "new"], (await ReadAsync(again)).Select(record => record.Id));
    }

    [Theory]
    [InlineData("{", "It is no JSON.")]
    [InlineData("", "It is no JSON.")]
    [InlineData("{\"id\":\"a\"}", "'part'")]
    [InlineData("{\"id\":\"a\",\"part\":1,\"mark\":\"paid\",\"sha256\":\"x\"}", "'mark'")]
    [InlineData("{\"id\":\"a\",\"part\":0,\"mark\":\"done\",\"sha256\":\"x\"}", "'part'")]
    [InlineData("{\"id\":\"a\",\"part\":1,\"mark\":\"done\",\"sha256\":\"x\",\"color\":1}", "'color'")]
    public async Task A_broken_line_in_the_middle_is_named(string line, string reason)
    {
        await WriteAsync(3);
        var lines = _work.Lines;
        lines[2] = line;
        await File.WriteAllTextAsync(_work.JournalPath, string.Join('\n', lines) + "\n", Stop);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => _work.OpenAsync());

        Assert.Equal((ImageJournalFault.BrokenLine, 3), (thrown.Fault, thrown.Line!.Value));
        Assert.Contains(reason, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_in_little_memory()
    {
        await WriteAsync(1);
        await File.AppendAllTextAsync(_work.JournalPath, new string('x', 3_000_000) + "\n", Stop);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => _work.OpenAsync());

        Assert.Equal((ImageJournalFault.BrokenLine, 3), (thrown.Fault, thrown.Line!.Value));
    }

    [Fact]
    public async Task A_missing_directory_throws_a_typed_exception()
    {
        var thrown = await Assert.ThrowsAsync<ImageJournalException>(
            () => ImageFileJournal.OpenAsync(Path.Combine(_work.Images, "no", "j.jsonl"), "job", Stop));

        Assert.Equal(ImageJournalFault.Unreadable, thrown.Fault);
    }

    [Fact]
    public async Task A_journal_on_a_full_disk_removes_the_half_record_and_accepts_no_more()
    {
        using (var journal = await _work.OpenOnFullDiskAsync(records: 2))
        {
            await journal.AppendAsync(Record("a"), Stop);

            var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => journal.AppendAsync(Record("b"), Stop));
            var later = await Assert.ThrowsAsync<ImageJournalException>(() => journal.AppendAsync(Record("c"), Stop));

            Assert.Equal(ImageJournalFault.NotWritten, thrown.Fault);
            Assert.Contains("No space left on device", later.Message, StringComparison.Ordinal);
        }

        using var again = await _work.OpenAsync();
        Assert.Equal((0L, "a"), (again.CutBytes, Assert.Single(await ReadAsync(again)).Id));
    }

    [Fact]
    public async Task Records_of_parallel_calls_are_all_written()
    {
        using var journal = await _work.OpenAsync();

        await Task.WhenAll(Enumerable
            .Range(0, 200)
            .Select(i => Task.Run(() => journal.AppendAsync(Record($"{i}"), Stop))));

        Assert.Equal(200, (await ReadAsync(journal)).Select(record => record.Id).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_files_on_Unix()
    {
        Assert.SkipWhen(TestedBuild.IsNetStandard, "That target cannot set modes.");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");

            return;
        }

        (await _work.OpenAsync()).Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_work.JournalPath));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_work.JournalPath + ".lock"));
    }

    private static ImageJournalRecord Record(string id)
        => new(id, 1, ImageJournalMark.Begun, new string('0', 64));

    private static async Task<List<ImageJournalRecord>> ReadAsync(ImageFileJournal journal)
    {
        var records = new List<ImageJournalRecord>();
        await foreach (var record in journal.ReadAsync(Stop))
        {
            records.Add(record);
        }

        return records;
    }

    private async Task WriteAsync(int count)
    {
        using var journal = await _work.OpenAsync();
        for (var i = 0; i < count; i++)
        {
            await journal.AppendAsync(Record($"{i}"), Stop);
        }
    }
}
