using System.Globalization;

namespace OpenAIImages.Calls;

/// <summary>The headers and the time limit that a request sets for its call.</summary>
/// <remarks>The object is immutable. All settings count as equal, so that two requests for the same images are equal
/// records.</remarks>
internal sealed class CallSettings : IEquatable<CallSettings>
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, string> NoHeaders = [];

    private CallSettings(Dictionary<string, string> headers, TimeSpan? timeout)
    {
        Headers = headers;
        Timeout = timeout;
    }

    /// <summary>Gets the settings without headers and time limit.</summary>
    public static CallSettings None { get; } = new(NoHeaders, null);

    public Dictionary<string, string> Headers { get; }

    public TimeSpan? Timeout { get; }

    /// <summary>Gets the request that the program made, if the request of these settings is a completed or split copy
    /// of it.</summary>
    public ImageRequest? Origin { get; private init; }

    /// <summary>Returns these settings with other headers.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent, or carries the key.</exception>
    public CallSettings With(IReadOnlyDictionary<string, string> headers, string member)
    {
        using var message = new HttpRequestMessage();
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in Guard.NotNull(headers, member))
        {
            if (IsKeyHeader(header.Key))
            {
                throw new ArgumentException(
                    $"'{header.Key}' carries the key. Set {nameof(ImageClientOptions.ApiKey)} or " +
                    $"{nameof(ImageClientOptions.TokenProvider)} of the client instead.",
                    member);
            }

            if (HeaderText.FaultInValue(header.Value ?? "") is { } fault)
            {
                throw new ArgumentException($"The value of '{header.Key}' {fault}.", member);
            }

            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                throw new ArgumentException(
                    $"'{header.Key}' is no header of a request, or belongs to its content.", member);
            }

            own[header.Key] = header.Value ?? "";
        }

        return new CallSettings(own, Timeout) { Origin = Origin };
    }

    /// <summary>Returns these settings with another time limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not more than zero, or more than a
    /// day.</exception>
    public CallSettings With(TimeSpan? timeout, string member)
        => timeout is null || (timeout > TimeSpan.Zero && timeout <= MaxTimeout)
            ? new CallSettings(Headers, timeout) { Origin = Origin }
            : throw new ArgumentOutOfRangeException(
                member,
                timeout,
                string.Format(
                    CultureInfo.InvariantCulture, "The value must be more than zero and at most {0:c}.", MaxTimeout));

    /// <summary>Returns these settings for a copy of a request.</summary>
    /// <param name="origin">The request. If this is a copy itself, its own origin counts.</param>
    public CallSettings With(ImageRequest origin)
        => new(Headers, Timeout) { Origin = origin.Call.Origin ?? origin };

    /// <summary>Checks that the headers do not contain the header for the key in the client's options.</summary>
    /// <exception cref="ArgumentException">One of the headers is that header.</exception>
    public CallSettings EnsureWithoutKey(string? keyHeader, string member)
        => keyHeader is null || !Headers.ContainsKey(keyHeader)
            ? this
            : throw new ArgumentException(
                $"'{keyHeader}' carries the key, as {nameof(ImageClientOptions.KeyHeader)} says. Set it there.",
                member);

    public bool Equals(CallSettings? other) => other is not null;

    public override bool Equals(object? obj) => obj is CallSettings;

    public override int GetHashCode() => 0;

    private static bool IsKeyHeader(string name)
        => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
            || name.Equals("api-key", StringComparison.OrdinalIgnoreCase)
            || name.Equals("x-api-key", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Ocp-Apim-Subscription-Key", StringComparison.OrdinalIgnoreCase);
}
