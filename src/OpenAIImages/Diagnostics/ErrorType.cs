using System.Globalization;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Names failures for telemetry, by few names, so that failures can be counted by them.</summary>
internal static class ErrorType
{
    private const int MaxCodeLength = 64;

    /// <summary>Names a failure by the service's code, else by a name of ours, else by the exception's type.</summary>
    public static string NameOf(Exception failure) => failure switch
    {
        OperationCanceledException => Failure.Canceled,
        ImageApiException { Code: { } code } when IsName(code) => code,
        ImageApiException { Status: var status } when (int)status >= 400
            => ((int)status).ToString(CultureInfo.InvariantCulture),
        ImageTransportException { ErrorType: { } name } => name,
        _ => failure.GetType().FullName ?? failure.GetType().Name,
    };

    // Some servers put a sentence into the code. A sentence is no name.
    private static bool IsName(string code)
        => code.Length is > 0 and <= MaxCodeLength && code.All(IsNameCharacter);

    private static bool IsNameCharacter(char letter)
        => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.';
}
