using System.Diagnostics;
using System.Text;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Hosting;

/// <summary>The sample program reads settings from its arguments, its environment and its file.</summary>
[Collection(nameof(Alone))]
public sealed class EmulatorHostTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Settings_come_from_the_file_the_environment_and_the_arguments()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "emulator.json"),
            """{"ApiKeys":["from-file"],"CompatibleModels":["flux"],"DefaultModel":null,"SendDone":false}""", Token);
        using var program = Start("0", "--SendDone", "true", "--ModelAliases:artist", "gpt-image-2");
        try
        {
            var address = (await program.StandardOutput.ReadLineAsync(Token))!.Split('=')[1];
            using var http = new HttpClient { BaseAddress = new Uri(address) };

            var stranger = await PostAsync(http, "other", """{"prompt":"a cat"}""");
            var nameless = await PostAsync(http, "from-file", """{"prompt":"a cat"}""");
            var local = await PostAsync(http, "from-file", """{"model":"local","prompt":"a cat","size":"8x8"}""");
            var flux = await PostAsync(http, "from-file", """{"model":"flux","prompt":"a cat","size":"8x8"}""");
            var stream = await PostAsync(
                http, "from-file", """{"model":"artist","prompt":"a cat","size":"1024x640","stream":true}""");

            Assert.Contains("invalid_api_key", stranger, StringComparison.Ordinal);
            Assert.Contains("Missing required parameter: 'model'.", nameless, StringComparison.Ordinal);
            Assert.Contains("8x8", local, StringComparison.Ordinal);
            Assert.Contains("8x8", flux, StringComparison.Ordinal);
            Assert.EndsWith("data: [DONE]\n\n", stream, StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(Token);
        }
    }

    [Fact]
    public async Task A_program_that_is_asked_to_end_removes_its_temporary_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Programs are not asked to end there.");
        using var program = Start("0");
        var address = (await program.StandardOutput.ReadLineAsync(Token))!.Split('=')[1];
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        using var form = Form.Of(("purpose", "vision")).File("file", [1]).ToContent();
        using var reply = await http.PostAsync("files", form, Token);
        var during = _folder.GetDirectories("openai-images-emulator-*");

        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync(Token);

        Assert.Single(during);
        Assert.Empty(_folder.GetDirectories());
        Assert.Equal(0, program.ExitCode);
    }

    [Theory]
    [InlineData("--SendDine", "true", "SendDine")]
    [InlineData("--Latency", "soon", "Latency")]
    [InlineData("--Port", "-1", "Port is -1; it must be 0 (any free port) to 65535.")]
    public async Task An_impossible_setting_ends_the_program(string name, string value, string words)
    {
        using var program = Start(name, value);

        var errors = await program.StandardError.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        Assert.Equal(2, program.ExitCode);
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(HttpClient http, string key, string json)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/generations")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        message.Headers.Authorization = new("Bearer", key);
        using var reply = await http.SendAsync(message, Token);

        return await reply.Content.ReadAsStringAsync(Token);
    }

    private Process Start(params string[] arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "EmulatorHost.dll");
        var start = new ProcessStartInfo("dotnet", [host, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["EMULATOR_EventDelay"] = "00:00:00.001";
        start.Environment["TMPDIR"] = _folder.FullName;

        return Process.Start(start)!;
    }
}
