using Microsoft.Extensions.Logging;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>The messages that the emulator logs when it has a logger.</summary>
internal static partial class EmulatorLog
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed and was answered with status 500.")]
    public static partial void Fault(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} failed during its reply, and the reply was cut off.")]
    public static partial void BrokenReply(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(3, LogLevel.Error, "Batch {BatchId} has failed because of an unexpected error.")]
    public static partial void BrokenBatch(ILogger logger, Exception exception, string batchId);

    [LoggerMessage(4, LogLevel.Warning, "Event {EventId} could not be delivered to {Endpoint}; a retry follows.")]
    public static partial void Undelivered(ILogger logger, Exception? exception, string eventId, Uri endpoint);

    [LoggerMessage(5, LogLevel.Error, "Event {EventId} is dropped: {Endpoint} did not accept it within three days.")]
    public static partial void GivenUp(ILogger logger, string eventId, Uri endpoint);
}
