using OpenAIImages.Webhooks.Signatures;

namespace OpenAIImages;

/// <summary>Verifies deliveries of the service's webhooks, and reads their events.</summary>
/// <remarks>Immutable and safe to share between threads. The scheme is Standard Webhooks: HMAC-SHA-256 over the id, the
/// time and the received bytes of the body. In ASP.NET Core, <c>MapImageWebhook</c> does the whole work.</remarks>
public sealed class ImageWebhook
{
    private const string IdHeader = "webhook-id";
    private const string TimestampHeader = "webhook-timestamp";
    private const string SignatureHeader = "webhook-signature";

    private readonly WebhookKey[] _keys;

    /// <summary>Creates a verifier with the secrets of an endpoint.</summary>
    /// <param name="secrets">One or more secrets, such as <c>whsec_…</c>: the old and the new secret while you replace
    /// one. A delivery with a signature of any of the secrets is accepted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no secret, a secret is blank, or a secret begins with <c>whsec_</c>
    /// and does not continue in base64.</exception>
    public ImageWebhook(params string[] secrets)
    {
        _keys = [.. Guard.NotNull(secrets).Select(WebhookKey.From)];
        if (_keys.Length == 0)
        {
            throw new ArgumentException("There is no secret.", nameof(secrets));
        }
    }

    /// <summary>Gets the highest difference between the time of a delivery and now, in both directions.</summary>
    /// <value>Zero or more; 5 minutes by default. The bounds are included.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Tolerance
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "The time must not be negative.");
    } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the clock.</summary>
    /// <value>The system's clock by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init => field = Guard.NotNull(value, nameof(TimeProvider));
    } = TimeProvider.System;

    /// <summary>Verifies a delivery with one secret, and reads its event.</summary>
    /// <param name="headers">The headers of the request; the case of their names does not matter.</param>
    /// <param name="body">The unchanged bytes of the body.</param>
    /// <param name="secret">The secret of the endpoint.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is blank, or begins with <c>whsec_</c> and does
    /// not continue in base64.</exception>
    /// <exception cref="ImageWebhookException">The delivery does not come from the service, is too old or too new, or
    /// holds no event.</exception>
    public static ImageWebhookEvent Verify(
        IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body, string secret)
        => new ImageWebhook(Guard.NotNull(secret)).Verify(headers, body);

    /// <summary>Verifies a delivery, and reads its event.</summary>
    /// <param name="headers">The headers of the request; the case of their names does not matter.</param>
    /// <param name="body">The unchanged bytes of the body.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageWebhookException">The delivery does not come from the service, is too old or too new, or
    /// holds no event.</exception>
    public ImageWebhookEvent Verify(IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        string? id = null, timestamp = null, signature = null;
        foreach (var header in Guard.NotNull(headers))
        {
            if (Is(header.Key, IdHeader))
            {
                id = header.Value;
            }
            else if (Is(header.Key, TimestampHeader))
            {
                timestamp = header.Value;
            }
            else if (Is(header.Key, SignatureHeader))
            {
                signature = header.Value;
            }
        }

        return Verify(id, timestamp, signature, body);
    }

    /// <summary>Verifies a delivery, and reads its event.</summary>
    /// <param name="id">The header <c>webhook-id</c>; <see langword="null"/> when it is missing. An empty id is not
    /// part of the signed message, and does not identify a repeated delivery.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>, in Unix seconds.</param>
    /// <param name="signature">The header <c>webhook-signature</c>: one or more signatures, separated by
    /// spaces.</param>
    /// <param name="body">The unchanged bytes of the body.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ImageWebhookException">The delivery does not come from the service, is too old or too new, or
    /// holds no event.</exception>
    public ImageWebhookEvent Verify(string? id, string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        var signed = id ?? throw ImageWebhookException.MissingHeader(IdHeader);
        var time = timestamp ?? throw ImageWebhookException.MissingHeader(TimestampHeader);
        var signatures = signature ?? throw ImageWebhookException.MissingHeader(SignatureHeader);
        CheckTime(time);
        var message = WebhookMessage.Create(signed, time, body);
        if (!Array.Exists(_keys, key => key.HasSigned(message, signatures)))
        {
            throw ImageWebhookException.InvalidSignature();
        }

        return WebhookBody.Read(body, signed);
    }

    private static bool Is(string name, string header) => name.Equals(header, StringComparison.OrdinalIgnoreCase);

    private void CheckTime(string timestamp)
    {
        if (WebhookMessage.ReadTimestamp(timestamp) is not { } seconds)
        {
            throw ImageWebhookException.InvalidTimestamp();
        }

        var age = TimeProvider.GetUtcNow().ToUnixTimeSeconds() - seconds;
        if (age > Tolerance.TotalSeconds)
        {
            throw ImageWebhookException.TooOld(Tolerance);
        }

        if (-age > Tolerance.TotalSeconds)
        {
            throw ImageWebhookException.TooNew(Tolerance);
        }
    }
}
