using OpenAIImages.Emulator;

namespace OpenAIImages.Crashes;

/// <summary>The pictures that programs bought from the service.</summary>
/// <remarks>A prompt that came twice was bought twice.</remarks>
internal sealed class Purchases(ImageEmulator emulator)
{
    /// <summary>Gets the prompt of each purchase.</summary>
    public IReadOnlyList<string> Prompts => [.. Requests.Select(request => request.Prompt ?? "")];

    public int Count => Requests.Count();

    public IReadOnlyList<string> Twice
        => [.. Prompts.GroupBy(prompt => prompt).Where(same => same.Skip(1).Any()).Select(same => same.Key)];

    private IEnumerable<ReceivedRequest> Requests => emulator.Received.Where(request => request.Method == "POST");

    /// <summary>Waits until a number of requests has come, or the program has ended.</summary>
    public async Task WaitAsync(int count, ChildProcess program)
    {
        var ended = program.WaitAsync();
        await Task.WhenAny(emulator.WaitForRequestsAsync(count), ended);
    }

    /// <summary>Waits for the next request with a header after a number of requests.</summary>
    /// <returns>The number of requests up to this one.</returns>
    public async Task<int> WaitForNextAsync(int count, string header, string value)
    {
        while (true)
        {
            var received = await emulator.WaitForRequestsAsync(++count);
            if (received.Any(request => request.Number == count
                && request.Headers.TryGetValue(header, out var values) && values.Contains(value)))
            {
                return count;
            }
        }
    }
}
