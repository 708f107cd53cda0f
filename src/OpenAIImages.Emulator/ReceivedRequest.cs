using System.Text;

namespace OpenAIImages.Emulator;

/// <summary>A request as it arrived at the emulator, for assertions.</summary>
/// <remarks>
/// Immutable. Everything is kept as it was sent, the API key among the headers; <see cref="ToString"/> shows no
/// header and nothing of the body.
/// </remarks>
public sealed record ReceivedRequest
{
    internal ReceivedRequest(string method, string path, string query)
    {
        Method = method;
        Path = path;
        Query = query;
    }

    /// <summary>Gets the method, for example <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Gets the path, for example <c>/v1/images/generations</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the query, with its question mark; empty when there was none.</summary>
    public string Query { get; }

    /// <summary>Gets the headers. Names are compared without regard to case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; internal init; }
        = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the body; empty when there was none. Of one that was too large, the beginning.</summary>
    public ReadOnlyMemory<byte> Body { get; internal init; }

    /// <summary>Gets the body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Gets the <c>x-request-id</c> of the reply.</summary>
    public string RequestId { get; internal init; } = "";

    /// <summary>Gets when it arrived, on the clock of <see cref="ImageEmulatorOptions.TimeProvider"/>.</summary>
    public DateTimeOffset ReceivedAt { get; internal init; }

    /// <summary>Returns the method, the path and the length of the body.</summary>
    /// <returns>For example <c>POST /v1/images/generations (84 bytes)</c>.</returns>
    public override string ToString() => $"{Method} {Path} ({Body.Length} bytes)";
}
