using System.Net.Http.Headers;
using System.Text.Json;
using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages.Jobs;

/// <summary>Calls the service for models, files and batches, but not for images.</summary>
/// <param name="http">The function that returns the HTTP client. It runs once for each call.</param>
/// <param name="currentOptions">The function that returns the options in force. It runs once for each call.</param>
/// <remarks>The calls have the same key, retries, time limits and handlers as calls for images.</remarks>
internal sealed class ServiceCaller(Func<HttpClient> http, Func<ImageClientOptions> currentOptions)
{
    private readonly ImageTransport _transport = new(http);

    /// <summary>Gets the options in force.</summary>
    public ImageClientOptions Options => currentOptions();

    /// <summary>Makes a call whose reply is one JSON value.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decode">The function that makes the result from the value.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    public async Task<T> AskAsync<T>(
        ServiceRequest request, Func<JsonElement, T> decode, CancellationToken cancellationToken)
    {
        var options = currentOptions();
        using var message = CreateMessage(request, options);
        using var telemetry = JobTelemetry.Begin(request.Operation, options);
        var context = ContextOf(options);
        var record = Begin(message, request, context, options);
        try
        {
            using var reply = await SendAsync(message, record, context, cancellationToken).ConfigureAwait(false);
            var body = await ImageTransport.OpenBodyAsync(reply, options, cancellationToken).ConfigureAwait(false);
            using var buffer = new ByteWindow(body, options.MaxReplyBytes);
            var json = await JsonReply.ReadAsync(buffer, reply, context, cancellationToken).ConfigureAwait(false);

            return decode(json);
        }
        catch (Exception e) when (Fail(e, record, telemetry, cancellationToken) is { } canceled)
        {
            throw canceled;
        }
        finally
        {
            telemetry?.SetAttempts(record.Attempts);
        }
    }

    /// <summary>Makes a call whose reply is a file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options of the whole download.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>A reply with a status of success. The caller disposes of it.</returns>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came.</exception>
    public async Task<HttpResponseMessage> OpenAsync(
        ServiceRequest request, ImageClientOptions options, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(request, options);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        var context = ContextOf(options);
        var record = Begin(message, request, context, options);
        try
        {
            return await SendAsync(message, record, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (CallFailure.Complete(record, e))
        {
            throw;
        }
    }

    private static ErrorContext ContextOf(ImageClientOptions options)
        => new(options.TimeProvider, key: options.ApiKey);

    private static CallRecord Begin(
        HttpRequestMessage message, ServiceRequest request, ErrorContext context, ImageClientOptions options)
        => CallRecord.Begin(
            message,
            images: 0,
            isSingleUse: !request.CanBeSentAgain,
            errorContext: context,
            options: options,
            costsMoney: request.CostsMoney,
            isLookedUp: request.CostsMoney);

    private static HttpRequestMessage CreateMessage(ServiceRequest request, ImageClientOptions options)
    {
        var message = new HttpRequestMessage(
            request.Method, ServiceAddress.ResolveOutsideDeployment(options, request.Path))
        {
            Content = request.Content,
        };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.Range is { } range)
        {
            message.Headers.Range = new RangeHeaderValue(range.Start, null);
            message.Headers.IfRange = range.Validator;
        }

        return message;
    }

    // This is an exception filter. It adds the facts of the record to the exception, which then continues.
    private static ImageCallCanceledException? Fail(
        Exception e, CallRecord record, JobTelemetry? telemetry, CancellationToken cancellationToken)
    {
        CallFailure.Complete(record, e);
        var canceled = e is OperationCanceledException && cancellationToken.IsCancellationRequested
            && record.MayHaveBeenBilled
                ? CallFailure.Canceled(record, e, cancellationToken)
                : null;
        telemetry?.Fail(canceled ?? e);

        return canceled;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage message, CallRecord record, ErrorContext context, CancellationToken cancellationToken)
    {
        var reply = await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccessStatusCode)
        {
            return reply;
        }

        using (reply)
        {
            throw record.FindErrorReply(reply)
                ?? await ErrorDecoder.DecodeAsync(reply, context, cancellationToken).ConfigureAwait(false);
        }
    }
}
