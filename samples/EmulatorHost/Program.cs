// Runs the offline service until Ctrl+C, for programs in any language.   dotnet run --project samples/EmulatorHost --
// 8080 --SendDone true --ApiKeys:0 sk-mine
// Then set OPENAI_BASE_URL to the printed address. Every setting is a property of ImageEmulatorOptions; README.md
// shows how to set them by arguments, by environment variables (EMULATOR_SendDone) and in the file emulator.json.
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using OpenAIImages.Emulator;

// A number as the first argument is the port.
if (args is [var first, ..] && int.TryParse(first, out _))
{
    args = ["--Port", .. args];
}

ImageEmulator emulator;
try
{
    var options = new ImageEmulatorOptions();
    new ConfigurationBuilder()
        .SetBasePath(Environment.CurrentDirectory)
        .AddJsonFile("emulator.json", optional: true)
        .AddEnvironmentVariables("EMULATOR_")
        .AddCommandLine(args)
        .Build()
        .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
    options.DefaultModel = options.DefaultModel is "" ? null : options.DefaultModel;
    emulator = await ImageEmulator.StartAsync(options);
}
catch (Exception e) when (e is InvalidOperationException or InvalidDataException or ArgumentException
    or FormatException or IOException)
{
    Console.Error.WriteLine(e.Message);

    return 2;
}

var stopped = new TaskCompletionSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stopped.TrySetResult();
});
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopped.TrySetResult();
};

await using (emulator)
{
    Console.WriteLine($"OPENAI_BASE_URL={emulator.Endpoint}");
    await stopped.Task;
}

return 0;
