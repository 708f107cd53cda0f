using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OpenAIImages.Diagnostics;

/// <summary>Every message that is logged. None holds the key, a prompt or a picture.</summary>
internal static partial class Log
{
    /// <summary>The category all of them are logged under.</summary>
    public const string Category = "OpenAIImages";

    /// <summary>Makes the logger of a client without a container.</summary>
    public static ILogger For(ImageClientOptions options)
        => options.LoggerFactory?.CreateLogger(Category) ?? NullLogger.Instance;

    [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} failed ({Reason}); the next begins in {Delay}.")]
    public static partial void Repeating(ILogger logger, int attempt, string reason, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Warning, "{Finding} (Set ModelChecks to Off not to be told.)")]
    public static partial void Finding(ILogger logger, string finding);
}
