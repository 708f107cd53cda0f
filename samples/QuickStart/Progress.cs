using System.Diagnostics;

/// <summary>Shows the elapsed time, because an image can take minutes.</summary>
internal static class Progress
{
    public static async Task ShowAsync(string what, Task work)
    {
        var watch = Stopwatch.StartNew();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!work.IsCompleted)
        {
            // A line that overwrites itself is for people; a log gets only the outcome.
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{what} ... {watch.Elapsed.TotalSeconds:f0} s ");
            }

            await Task.WhenAny(work, ticks.WaitForNextTickAsync().AsTask());
        }

        Console.WriteLine($"{(Console.IsOutputRedirected ? "" : "\r")}{what} took {watch.Elapsed.TotalSeconds:f1} s.");
    }
}
