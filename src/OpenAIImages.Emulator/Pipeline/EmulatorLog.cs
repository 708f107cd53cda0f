using Microsoft.Extensions.Logging;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>The messages that the emulator logs when it has a logger.</summary>
internal static partial class EmulatorLog
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed and was answered with status 500.")]
    public static partial void Fault(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} failed while its reply was under way; it was cut off.")]
    public static partial void BrokenReply(ILogger logger, Exception exception, string requestId);
}
