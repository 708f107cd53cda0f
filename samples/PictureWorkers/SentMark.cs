using System.Runtime.CompilerServices;
using Hangfire.Server;
using Hangfire.States;
using OpenAIImages;

namespace PictureWorkers;

/// <summary>A parameter of a job that says, in the database, that its request was about to leave.</summary>
/// <remarks>It is written when the call has had its turn, so that a job that only waited has none.</remarks>
internal static class SentMark
{
    private const string Name = "Sent";

    private static readonly ConditionalWeakTable<ImageRequest, PerformContext> Jobs = new();

    /// <summary>Says which job a request belongs to.</summary>
    public static void Expect(ImageRequest request, PerformContext job) => Jobs.Add(request, job);

    /// <summary>Marks the job. For <see cref="ImageClientOptions.BeforeSending"/>: when this fails, nothing is
    /// sent.</summary>
    public static ValueTask SetAsync(ImageSendingContext sending, CancellationToken cancellationToken)
    {
        if (!Jobs.TryGetValue(sending.Request, out var job))
        {
            throw new InvalidOperationException("The request belongs to no job.");
        }

        // The service's support finds a call by this identifier.
        job.SetJobParameter(Name, sending.ClientRequestId ?? "sent");

        return default;
    }

    public static void Remove(PerformContext job) => job.SetJobParameter(Name, "");

    /// <summary>Gets the identifier of the call that was sent.</summary>
    /// <returns><see langword="null"/> when none was.</returns>
    public static string? Find(ElectStateContext job)
        => job.GetJobParameter<string>(Name) is { Length: > 0 } sent ? sent : null;
}
