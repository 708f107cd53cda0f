using Hangfire;

namespace PictureWorkers;

/// <summary>Makes up prompts, each of them different.</summary>
internal static class Orders
{
    private static readonly string[] Colours = ["red", "blue", "green", "yellow", "orange", "brown", "black", "white"];
    private static readonly string[] Animals = ["fox", "owl", "cat", "dog", "horse", "rabbit", "bear", "duck"];

    public static void Publish(IBackgroundJobClient jobs, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var colour = Colours[i % Colours.Length];
            var animal = Animals[i / Colours.Length % Animals.Length];
            var prompt = $"a {colour} {animal} in the snow, number {i + 1}";

            // The engine passes the context and the token when the job runs.
            jobs.Enqueue<DrawJob>(job => job.DrawAsync(prompt, null!, CancellationToken.None));
        }
    }
}
