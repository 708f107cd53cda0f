using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Tests.Support;

/// <summary>Decodes failed replies.</summary>
internal static class FailedReply
{
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));

    public static ImageApiException Decode(
        string body, int status = 400, string? headers = null, params IReadOnlyList<string?> secrets)
    {
        using var reply = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var line in headers?.Split('\n') ?? [])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(reply.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 1)..].Trim()));
        }

        return ErrorDecoder.Decode(
            Encoding.UTF8.GetBytes(body), reply.StatusCode, reply.Headers,
            new ErrorContext(Clock, secrets.ElementAtOrDefault(0), secrets.ElementAtOrDefault(1)));
    }
}
