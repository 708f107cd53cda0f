using System.Runtime.CompilerServices;
using Hangfire.Server;
using Hangfire.States;
using OpenAIImages;

namespace PictureWorkers;

/// <summary>A parameter of a job in the database that marks its request as sent.</summary>
/// <remarks>The mark is written just before the request is sent, so that a job that only waited in the rate limiter has
/// no mark.</remarks>
internal static class SentMark
{
    private const string Name = "Sent";

    private static readonly ConditionalWeakTable<ImageRequest, PerformContext> Jobs = new();

    /// <summary>Connects a request with its job.</summary>
    public static void Expect(ImageRequest request, PerformContext job) => Jobs.Add(request, job);

    /// <summary>Marks the job, as <see cref="ImageClientOptions.BeforeSending"/>; when this method fails, nothing is
    /// sent.</summary>
    public static ValueTask SetAsync(ImageSendingContext sending, CancellationToken cancellationToken)
    {
        if (!Jobs.TryGetValue(sending.Request, out var job))
        {
            throw new InvalidOperationException("The request does not belong to a job.");
        }

        // The service's support can find a call by this identifier.
        job.SetJobParameter(Name, sending.ClientRequestId ?? "sent");

        return default;
    }

    public static void Remove(PerformContext job) => job.SetJobParameter(Name, "");

    /// <summary>Gets the identifier of the call that was sent.</summary>
    /// <returns><see langword="null"/> when no call was sent.</returns>
    public static string? Find(ElectStateContext job)
        => job.GetJobParameter<string>(Name) is { Length: > 0 } sent ? sent : null;
}
