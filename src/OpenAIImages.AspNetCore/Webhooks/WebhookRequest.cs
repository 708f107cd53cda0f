using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OpenAIImages.AspNetCore.Webhooks;

/// <summary>Reads the raw body and the headers of a delivery.</summary>
internal static class WebhookRequest
{
    /// <summary>The largest number of bytes of a body.</summary>
    /// <remarks>An event has about a hundred.</remarks>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Reads the body.</summary>
    /// <returns>The body; <see langword="null"/> when it is longer than <see cref="MaxBytes"/>.</returns>
    public static async ValueTask<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
            var length = 0;
            int read;
            do
            {
                var room = buffer.AsMemory(length, MaxBytes + 1 - length);
                read = await request.Body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                length += read;
            }
            while (read > 0 && length <= MaxBytes);

            return length > MaxBytes ? null : buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Returns a header; <see langword="null"/> when it is missing.</summary>
    /// <remarks>Several lines of the header become one, separated by spaces.</remarks>
    public static string? HeaderOf(HttpRequest request, string name)
        => request.Headers.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values)
            ? string.Join(' ', values.OfType<string>())
            : request.Headers.ContainsKey(name) ? "" : null;
}
