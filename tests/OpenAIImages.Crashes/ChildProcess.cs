using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OpenAIImages.Crashes;

/// <summary>A program in its own process, and its output.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly long _began = Stopwatch.GetTimestamp();

    private ChildProcess(Process process) => _process = process;

    /// <summary>Gets whether the program runs.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Gets the exit status of the program.</summary>
    public int Status => _process.ExitCode;

    /// <summary>Gets the time since the start of the program.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    /// <summary>Gets the output and the errors of the program.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a program that calls the offline service.</summary>
    /// <param name="program">The program.</param>
    /// <param name="service">The address of the service.</param>
    /// <param name="arguments">The arguments.</param>
    public static ChildProcess Start(string program, Uri service, IEnumerable<string> arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["OPENAI_BASE_URL"] = service.AbsoluteUri, ["OPENAI_API_KEY"] = "sk-of-a-trial" },
            },
        };
        var child = new ChildProcess(process);
        process.OutputDataReceived += child.Keep;
        process.ErrorDataReceived += child.Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        return child;
    }

    /// <summary>Starts a program and waits for its end.</summary>
    public static async Task<ChildProcess> RunAsync(string program, Uri service, IEnumerable<string> arguments)
    {
        var child = Start(program, service, arguments);
        await child.WaitAsync();

        return child;
    }

    /// <summary>Waits for the end of the program.</summary>
    /// <returns>The exit status.</returns>
    public async Task<int> WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The program has not ended after {Patience}. It wrote:\n{Output}", e);
        }

        return _process.ExitCode;
    }

    /// <summary>Ends the program at once with SIGKILL, which no program can handle.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitAsync();
    }

    /// <summary>Asks the program to end with SIGTERM.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();

        return await WaitAsync();
    }

    public void Dispose()
    {
        if (IsAlive)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }
}
