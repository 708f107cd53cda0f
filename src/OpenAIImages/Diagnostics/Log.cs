using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpenAIImages.Destinations;

namespace OpenAIImages.Diagnostics;

/// <summary>All messages of the log. No message holds the key, a prompt or an image.</summary>
/// <param name="logger">The logger that takes the messages.</param>
/// <remarks>A client without loggers has no log. So a program that is compiled ahead of time and never sets up logging
/// does not contain this code.</remarks>
internal sealed partial class Log(ILogger logger) : IDestinationLog
{
    /// <summary>The category of all messages.</summary>
    public const string Category = TelemetryNames.Library;

    /// <summary>Makes a log.</summary>
    /// <param name="loggers">The loggers of the program, if there are any.</param>
    /// <returns>The log; <see langword="null"/> when there are no loggers.</returns>
    [return: NotNullIfNotNull(nameof(loggers))]
    public static Log? Create(ILoggerFactory? loggers) => loggers is null ? null : new(loggers.CreateLogger(Category));

    /// <summary>Gets whether warnings are logged.</summary>
    public bool IsEnabled => logger.IsEnabled(LogLevel.Warning);

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Attempt {Attempt} failed ({Reason}, client request {ClientRequestId}); the next begins in {Delay}.")]
    public partial void Repeating(int attempt, string reason, string? clientRequestId, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Warning, "{Finding} (ModelChecks = Off silences this.)")]
    public partial void Finding(string finding);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "{Images} images came after {Duration} (tokens {InputTokens} in, {OutputTokens} out, request {RequestId}, " +
        "client request {ClientRequestId}).")]
    public partial void Completed(
        int images,
        TimeSpan duration,
        long? inputTokens,
        long? outputTokens,
        string? requestId,
        string? clientRequestId);

    [LoggerMessage(
        4,
        LogLevel.Information,
        "A call failed after {Duration} ({ErrorType}, request {RequestId}, client request {ClientRequestId}).")]
    public partial void Failed(TimeSpan duration, string errorType, string? requestId, string? clientRequestId);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "A call failed after {Duration} ({ErrorType}, request {RequestId}, client request {ClientRequestId}). The " +
        "image may have been made and billed.")]
    public partial void FailedAndPossiblyBilled(
        TimeSpan duration, string errorType, string? requestId, string? clientRequestId);

    [LoggerMessage(
        6, LogLevel.Warning, "Only {Left} of {Limit} {Dimension} are left; all are available again in {ResetAfter}.")]
    public partial void LimitIsLow(long left, long limit, string dimension, TimeSpan? resetAfter);

    [LoggerMessage(
        7, LogLevel.Warning, "The circuit has opened: no call goes to the service for {BreakDuration}.")]
    public partial void CircuitOpened(TimeSpan breakDuration);

    [LoggerMessage(8, LogLevel.Information, "The circuit has closed: the service replies again.")]
    public partial void CircuitClosed();

    [LoggerMessage(
        9, LogLevel.Error, "The reloaded configuration cannot be used, so the last good one stays in force: {Faults}")]
    public partial void ReloadRefused(string faults);

    [LoggerMessage(10, LogLevel.Warning, "The reloaded configuration has a name that is not known. {Fault}")]
    public partial void UnknownSetting(string fault);

    [LoggerMessage(
        11, LogLevel.Warning, "The image is {MediaType}, so that its file ends in {Extension} and not in {Asked}.")]
    public partial void SavedAsOther(ImageMediaType mediaType, string extension, string asked);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "The function that names images failed ({ErrorType}), so that an image has its default name.")]
    public partial void NamingFailed(string errorType);

    [LoggerMessage(
        13,
        LogLevel.Information,
        "This client does not use the resilience that the host gives to all of its HTTP clients: its time limit is " +
        "usually shorter than AttemptTimeout ({AttemptTimeout}), and an image that it cuts off is paid for. (Set " +
        "KeepHostResilience to keep it.)")]
    public partial void HostResilienceTakenOff(TimeSpan attemptTimeout);

    [LoggerMessage(
        14, LogLevel.Warning, "The rate limiter given to UseRateLimit failed to take a lease back; the call goes on.")]
    public partial void LeaseNotReturned(Exception exception);

    [LoggerMessage(
        15, LogLevel.Information, "The batch {BatchId} of {Requests} requests was created of the file {FileId}.")]
    public partial void BatchCreated(string batchId, int requests, string fileId);

    [LoggerMessage(
        16,
        LogLevel.Warning,
        "It is not known whether a batch of the file {FileId} was created. It is not created again.")]
    public partial void BatchCreationUnknown(string fileId);

    [LoggerMessage(
        17, LogLevel.Warning, "The batch of the file {FileId} could not be looked for ({ErrorType}).")]
    public partial void BatchLookUpFailed(string fileId, string errorType);
}
