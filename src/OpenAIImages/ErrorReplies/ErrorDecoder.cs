using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpenAIImages.Bytes;
using OpenAIImages.Headers;

namespace OpenAIImages.ErrorReplies;

/// <summary>Turns an error reply into an exception of the fitting type.</summary>
/// <remarks>
/// <para><b>Takes</b> a reply without a success status, or an error in a reply or a stream that began well. The body
/// may be JSON of any known shape, broken JSON, HTML, text or empty.</para>
/// <para><b>Gives</b> an exception with the server's message, cut and masked (see <see cref="Redactor"/>).</para>
/// <para><b>Costs</b> up to 16 KiB and 5 seconds of reading. The reply's body can be decoded again afterwards.</para>
/// <para><b>Fails</b> only with <see cref="OperationCanceledException"/>, when the caller's token is cancelled.</para>
/// </remarks>
internal static class ErrorDecoder
{
    private const int MaxWordLength = 128;

    private const int MaxReasonLength = 500;

    private const int MaxExcerptLength = 2048;

    /// <summary>Reads a failed reply.</summary>
    /// <param name="reply">The reply; the caller keeps it.</param>
    /// <param name="context">The clock, and the secrets.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The exception to throw.</returns>
    public static async Task<ImageApiException> DecodeAsync(
        HttpResponseMessage reply, ErrorContext context, CancellationToken cancellationToken)
    {
        var body = await ErrorReplyBody.ReadAsync(reply, context.TimeProvider, cancellationToken).ConfigureAwait(false);

        return Decode(body, reply.StatusCode, reply.Headers, context);
    }

    /// <summary>Reads an error: a body, the data of an event, or the value of a member <c>error</c>.</summary>
    /// <param name="body">The UTF-8 text.</param>
    /// <param name="status">The status of the reply with the error.</param>
    /// <param name="headers">The headers of the reply with the error.</param>
    /// <param name="context">The clock, and the secrets.</param>
    /// <returns>The exception to throw.</returns>
    public static ImageApiException Decode(
        ReadOnlySpan<byte> body, HttpStatusCode status, HttpResponseHeaders? headers, ErrorContext context)
    {
        // An error beside an image may be as long as 4 MiB.
        body = body.Length > ErrorReplyBody.MaxBytes ? body.Slice(0, ErrorReplyBody.MaxBytes) : body;
        var redactor = context.CreateRedactor();
        var (fields, excerpt) = Read(body, redactor);
        var kind = ErrorCodes.KindOf(fields, status);
        var reason = fields.Message ?? RedirectReason(status, headers);
        var details = new ImageApiException.Details(status)
        {
            Code = CodeText(fields.Code ?? fields.InnerCode, redactor),
            Type = CodeText(fields.Type, redactor),
            Parameter = CodeText(fields.Parameter, redactor),
            Reason = Explain(reason, ModelHint(fields, status, context), redactor),
            RequestId = CodeText(ReplyHeaders.RequestId(headers) ?? fields.RequestId, redactor),
            RateLimits = headers is null ? null : RateLimitsDecoder.Decode(headers),
            BodyExcerpt = excerpt is null ? null : BoundedText.Cut(excerpt, MaxExcerptLength),
            IsFinal = ErrorCodes.AreFinal(fields, status),
            IsFromApi = ErrorCodes.AreFromApi(fields),
        };

        var exception = kind switch
        {
            ErrorKind.Authentication => new ImageAuthenticationException(status),
            ErrorKind.Moderation => Moderation(status, fields, redactor),
            ErrorKind.Quota => new ImageQuotaException(status),
            ErrorKind.RateLimit => new ImageRateLimitException(status),
            _ => new ImageApiException(status),
        };
        exception.SetDetails(details, RetryAfterDecoder.Decode(headers, fields.Message, context.TimeProvider));

        return exception;
    }

    private static (ErrorFields Fields, string? Excerpt) Read(ReadOnlySpan<byte> body, Redactor redactor)
    {
        body = EventData.Extract(Utf8Text.WithoutByteOrderMark(body));

        // Some servers do not escape line breaks in strings. A body that is not JSON stays unchanged.
        var mended = body.ToArray();
        LenientJson.TryMend(mended);
        using var json = TruncatedJson.Parse(JsonTextRepair.Repair(mended));
        if (json is not null)
        {
            var fields = ErrorBodyParser.Read(json.RootElement);
            if (!fields.IsEmpty || !HasLostEverything(json.RootElement, body))
            {
                return (fields, redactor.Redact(json.RootElement));
            }
        }

        // Bytes with a zero among them are not text, and may belong to an image.
        var text = body.IndexOf((byte)0) < 0 ? Encoding.UTF8.GetString(body).Trim() : "";
        if (text.Length == 0)
        {
            return (ErrorFields.None, null);
        }

        var isPage = HtmlTitle.IsHtml(text);
        var message = isPage ? HtmlTitle.Read(text) : text;

        return (ErrorFields.None with { Message = message, IsPage = isPage }, redactor.Redact(text));
    }

    // "[ERROR] model is loading" begins like JSON but is not JSON.
    private static bool HasLostEverything(JsonElement json, ReadOnlySpan<byte> body)
        => json.ValueKind switch
        {
            JsonValueKind.Array => json.GetArrayLength() == 0 && body.IndexOf((byte)']') != body.Length - 1,
            JsonValueKind.Object => !json.EnumerateObject().Any() && body.Length > "{}".Length,
            _ => false,
        };

    private static ImageModerationException Moderation(
        HttpStatusCode status, ErrorFields fields, Redactor redactor)
    {
        var categories = fields.ModerationCategories.Count > 0
            ? fields.ModerationCategories
            : SafetyViolations.Read(fields.Message);

        return new ImageModerationException(status)
        {
            Stage = CodeText(fields.ModerationStage, redactor) is { } stage
                ? new ImageModerationStage(stage)
                : ImageModerationStage.Unknown,
            Categories = [.. categories.Select(category => CodeText(category, redactor)).OfType<string>()],
            ContentFilterResults = fields.ContentFilterResults,
        };
    }

    // Redacts again after it has joined the lines: only then does a prompt match that was broken into lines.
    private static string? OneLine(string text, Redactor redactor, int longest)
        => BoundedText.OneLine(redactor.Redact(text), longest) is { } line
            ? BoundedText.Cut(redactor.Redact(line), longest)
            : null;

    // The redactor does not search codes for the prompt: "image" would match invalid_image_file. A value that does not
    // look like a code counts as text.
    private static string? CodeText(string? text, Redactor redactor)
        => text is null ? null
            : text.All(IsCodeCharacter) ? BoundedText.OneLine(Redactor.RedactCode(text), MaxWordLength)
            : OneLine(text, redactor, MaxWordLength);

    private static bool IsCodeCharacter(char letter)
        => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.';

    private static string? Explain(string? reason, string? hint, Redactor redactor)
    {
        var line = reason is null ? null : OneLine(reason, redactor, MaxReasonLength);

        return hint is null ? line : line + hint;
    }

    // A server without a default model asks for one. Users who never had to name a model do not expect this error.
    private static string? ModelHint(ErrorFields fields, HttpStatusCode status, ErrorContext context)
        => context.HostWithoutModel is { } host
            && status == HttpStatusCode.BadRequest
            && (fields.Parameter == "model"
                || fields.Message?.IndexOf("model", StringComparison.OrdinalIgnoreCase) >= 0)
            ? $" (no model was sent, since {host} is not OpenAI: set {nameof(ImageClientOptions.Model)})"
            : null;

    // Only the host of the address is shown: paths and queries may hold secrets.
    private static string? RedirectReason(HttpStatusCode status, HttpResponseHeaders? headers)
        => status == HttpStatusCode.NotModified
            ? "it says that nothing has changed, but this client never asks that: a cache on the way stores replies"
            : (int)status is 300 or 301 or 302 or 303 or 307 or 308
            ? $"it redirects to {HostOf(headers?.Location) ?? "another address"}, " +
                "and redirects are not followed, since the API key must not travel; " +
                $"set {nameof(ImageClientOptions.Endpoint)} to the final address"
            : null;

    private static string? HostOf(Uri? address)
        => address is { IsAbsoluteUri: true, IdnHost.Length: > 0 } ? HostName.Safe(address) : null;
}
