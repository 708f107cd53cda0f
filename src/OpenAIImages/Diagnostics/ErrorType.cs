using System.Globalization;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Names failures for telemetry. The names are few, so that telemetry can count failures by name.</summary>
internal static class ErrorType
{
    private const int MaxCodeLength = 64;

    /// <summary>Names a failure by the service's code, else by one of our names, else by the exception's
    /// type.</summary>
    public static string NameOf(Exception failure) => failure switch
    {
        OperationCanceledException => Failure.Canceled,
        ImageApiException { Code: { } code } when IsName(code) => code,
        ImageApiException { Status: var status } when (int)status >= 400
            => ((int)status).ToString(CultureInfo.InvariantCulture),
        ImageTransportException { ErrorType: { } name } => name,
        _ => failure.GetType().FullName ?? failure.GetType().Name,
    };

    // Some servers put a sentence into the code. A sentence is not a name.
    private static bool IsName(string code)
        => code.Length is > 0 and <= MaxCodeLength && code.All(IsNameCharacter);

    private static bool IsNameCharacter(char letter)
        => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.';
}
