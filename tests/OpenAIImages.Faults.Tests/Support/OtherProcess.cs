using System.Diagnostics;
using OpenAIImages.Faults.Commands;

namespace OpenAIImages.Faults.Tests.Support;

/// <summary>Starts a command of the program of faults in another process.</summary>
internal static class OtherProcess
{
    /// <summary>Starts a command and redirects its output, so that the test can read it.</summary>
    public static Process Start(params IEnumerable<string> arguments)
    {
        var tests = Path.ChangeExtension(typeof(OtherProcess).Assembly.Location, null);
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] all =
        [
            "exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json",
            typeof(SaveCommand).Assembly.Location,
            .. arguments,
        ];

        return Process.Start(new ProcessStartInfo(host, all) { RedirectStandardOutput = true })!;
    }
}
