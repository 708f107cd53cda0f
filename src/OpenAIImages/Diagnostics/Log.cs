using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OpenAIImages.Diagnostics;

/// <summary>Every message that is logged. None holds the key, a prompt or a picture.</summary>
internal static partial class Log
{
    /// <summary>The category all of them are logged under.</summary>
    public const string Category = TelemetryNames.Library;

    /// <summary>Makes the logger of a client without a container.</summary>
    public static ILogger For(ImageClientOptions options)
        => options.LoggerFactory?.CreateLogger(Category) ?? NullLogger.Instance;

    [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} failed ({Reason}); the next begins in {Delay}.")]
    public static partial void Repeating(ILogger logger, int attempt, string reason, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Warning, "{Finding} (Set ModelChecks to Off not to be told.)")]
    public static partial void Finding(ILogger logger, string finding);

    [LoggerMessage(
        3,
        LogLevel.Debug,
        "{Images} images came after {Duration} (tokens {InputTokens} in, {OutputTokens} out, request {RequestId}).")]
    public static partial void Completed(
        ILogger logger, int images, TimeSpan duration, long? inputTokens, long? outputTokens, string? requestId);

    [LoggerMessage(4, LogLevel.Information, "A call failed after {Duration} ({ErrorType}, request {RequestId}).")]
    public static partial void Failed(ILogger logger, TimeSpan duration, string errorType, string? requestId);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "A call failed after {Duration} ({ErrorType}, request {RequestId}). The image may have been made and billed.")]
    public static partial void FailedAndPossiblyBilled(
        ILogger logger, TimeSpan duration, string errorType, string? requestId);

    [LoggerMessage(
        6, LogLevel.Warning, "Only {Left} of {Limit} {Dimension} are left; all are available again in {ResetAfter}.")]
    public static partial void LimitIsLow(
        ILogger logger, long left, long limit, string dimension, TimeSpan? resetAfter);

    [LoggerMessage(
        7, LogLevel.Warning, "The circuit has opened: no call goes to the service for {BreakDuration}.")]
    public static partial void CircuitOpened(ILogger logger, TimeSpan breakDuration);

    [LoggerMessage(8, LogLevel.Information, "The circuit has closed: the service replies again.")]
    public static partial void CircuitClosed(ILogger logger);
}
