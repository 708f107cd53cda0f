using System.Globalization;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Names failures for telemetry: few names, so that they can be counted by.</summary>
internal static class ErrorType
{
    private const int MaxCodeLength = 64;

    /// <summary>Names a failure: the service's code, else a name of ours, else the exception's.</summary>
    public static string NameOf(Exception failure) => failure switch
    {
        OperationCanceledException => Failure.Canceled,
        ImageApiException { Code: { } code } when IsName(code) => code,
        ImageApiException { Status: var status } when (int)status >= 400
            => ((int)status).ToString(CultureInfo.InvariantCulture),
        ImageTransportException { ErrorType: { } name } => name,
        _ => failure.GetType().FullName ?? failure.GetType().Name,
    };

    // Servers put what they like into a code. A sentence is none.
    private static bool IsName(string code)
        => code.Length is > 0 and <= MaxCodeLength && code.All(IsOfName);

    private static bool IsOfName(char letter)
        => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.';
}
