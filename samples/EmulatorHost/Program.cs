// Runs the offline service until Ctrl+C, for programs in any language.   dotnet run --project samples/EmulatorHost --
// 8080
// Then set OPENAI_BASE_URL to the address it prints; any key will do.
using OpenAIImages.Emulator;

var port = 0;
if (args is [var text, ..] && !int.TryParse(text, out port))
{
    Console.Error.WriteLine($"'{text}' is no port: give a number, or nothing for any free port.");

    return 2;
}

var stopped = new TaskCompletionSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopped.TrySetResult();
};

await using var emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions { Port = port });
Console.WriteLine($"OPENAI_BASE_URL={emulator.Endpoint}");
await stopped.Task;

return 0;
