using System.Globalization;
using OpenAIImages.Faults.Commands;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>Several processes save pictures under one name in one directory, without coordination.</summary>
public sealed class ManyProcessesTests(ITestOutputHelper output) : IDisposable
{
    private const int Processes = 8;
    private const int Pictures = 200;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("openai-images-tests-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Eight_processes_that_save_under_one_name_lose_no_picture()
    {
        var runs = Enumerable.Range(0, Processes).Select(RunAsync).ToArray();

        Assert.All(await Task.WhenAll(runs), code => Assert.Equal(0, code));

        var files = _directory.GetFiles();
        var saved = files.Select(file => SaveCommand.NumberOf(File.ReadAllBytes(file.FullName))).ToHashSet();
        output.WriteLine(string.Join('\n', files.Select(file => $"{file.Length,8} {file.Name}").Order().Take(20)));
        output.WriteLine($"{files.Length} files, {saved.Count} pictures");
        Assert.Equal(Processes * Pictures, files.Length);
        Assert.True(saved.SetEquals(Enumerable.Range(0, Processes * Pictures)));
    }

    private async Task<int> RunAsync(int process)
    {
        using var run = OtherProcess.Start(
            "save",
            _directory.FullName,
            (process * Pictures).ToString(CultureInfo.InvariantCulture),
            Pictures.ToString(CultureInfo.InvariantCulture));
        await run.WaitForExitAsync(Token);

        return run.ExitCode;
    }
}
