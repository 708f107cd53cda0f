using Catalogue;
using OpenAIImages.Emulator;
using Spectre.Console.Cli;
using Xunit.v3;

[assembly: Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace OpenAIImages.Samples.Tests.Catalogues;

/// <summary>The whole program calls the service that the environment names.</summary>
public sealed class CatalogueCommandTests : IAsyncLifetime
{
    private readonly CatalogueFolder _folder = new();
    private ImageEmulator _emulator = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(
            new ImageEmulatorOptions { Engine = new PlainPictureEngine(), MaxPictureEdge = 64 },
            TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable("OPENAI_API_KEY", "sk-of-a-sample");
        Environment.SetEnvironmentVariable("OPENAI_BASE_URL", _emulator.Endpoint.AbsoluteUri);
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("OPENAI_API_KEY", null);
        Environment.SetEnvironmentVariable("OPENAI_BASE_URL", null);
        await _emulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_program_ends_with_0_when_all_pictures_exist()
    {
        var status = await RunAsync("--limit", "3", "--folder", _folder.Pictures);

        Assert.Equal(0, status);
        Assert.Equal(3, Directory.GetFiles(_folder.Pictures, "*.png").Length);
    }

    [Fact]
    public async Task An_estimate_sends_nothing_and_writes_nothing()
    {
        var status = await RunAsync("--estimate", "--folder", _folder.Pictures);

        Assert.Equal((0, 0), (status, _emulator.Received.Count));
        Assert.False(Directory.Exists(_folder.Pictures));
    }

    [Theory]
    [InlineData("id,name\n1,chair\n2,lamp,red\n")]
    [InlineData("id,name\n1,chair\n1,lamp\n")]
    [InlineData("id,title\n1,chair\n")]
    public async Task A_broken_file_ends_the_program_before_anything_is_sent(string products)
    {
        await File.WriteAllTextAsync(_folder.Products, products, TestContext.Current.CancellationToken);

        var status = await RunAsync(
            _folder.Products, "--prompt", "a {name}", "--name", "{id}", "--folder", _folder.Pictures);

        Assert.Equal((2, 0), (status, _emulator.Received.Count));
    }

    [Theory]
    [InlineData("--budget", "0")]
    [InlineData("--budget", "-1")]
    [InlineData("--limit", "0")]
    [InlineData("--parallel", "0")]
    [InlineData("--size", "large")]
    public async Task A_wrong_argument_ends_the_program_before_anything_is_sent(string option, string value)
    {
        var status = await RunAsync(option, value, "--folder", _folder.Pictures);

        Assert.NotEqual(0, status);
        Assert.Empty(_emulator.Received);
    }

    [Fact]
    public async Task A_budget_that_earlier_runs_have_spent_ends_the_program()
    {
        await RunAsync("--limit", "2", "--folder", _folder.Pictures);

        var status = await RunAsync("--limit", "3", "--folder", _folder.Pictures, "--budget", "0.001");

        Assert.Equal((2, 2), (status, _emulator.Received.Count));
    }

    private static Task<int> RunAsync(params string[] arguments)
    {
        var program = new CommandApp<CatalogueCommand>();
        program.Configure(configuration =>
            configuration.Settings.Culture = System.Globalization.CultureInfo.InvariantCulture);

        return program.RunAsync(arguments);
    }
}
