using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.AspNetCore;
using OpenAIImages.AspNetCore.Problems;

namespace OpenAIImages;

/// <summary>The answer to a failed call: problem details, with <c>Retry-After</c> if a wait is known.</summary>
/// <remarks>The host's <see cref="IProblemDetailsService"/> writes the answer if it can, so that its customization
/// applies. The result logs the failure with its exception.</remarks>
public sealed class ImageProblemHttpResult : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult,
    IContentTypeHttpResult, IValueHttpResult<ProblemDetails>
{
    private const string Json = "application/problem+json";

    private readonly long? _retryAfter;

    /// <summary>Answers a failed call.</summary>
    /// <param name="exception">The failure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public ImageProblemHttpResult(ImageClientException exception)
    {
        ProblemDetails = exception.ToProblemDetails();
        Exception = exception;
        _retryAfter = ImageProblemDetails.RetryAfterOf(exception, StatusCode);
    }

    /// <summary>Answers a call that was cancelled by the application.</summary>
    internal ImageProblemHttpResult(ImageCallCanceledException exception)
    {
        ProblemDetails = exception.ToProblemDetails();
        Exception = exception;
    }

    /// <summary>Gets the failure, for the log.</summary>
    internal Exception Exception { get; }

    /// <summary>Gets the problem details.</summary>
    /// <remarks>They may be changed until the result is executed.</remarks>
    public ProblemDetails ProblemDetails { get; }

    /// <summary>Gets the status of the answer.</summary>
    public int StatusCode => ProblemDetails.Status ?? StatusCodes.Status500InternalServerError;

    /// <summary>Gets the media type of the answer.</summary>
    public string ContentType => Json;

    ProblemDetails? IValueHttpResult<ProblemDetails>.Value => ProblemDetails;

    int? IStatusCodeHttpResult.StatusCode => StatusCode;

    /// <summary>Writes the answer.</summary>
    /// <param name="httpContext">The request, whose answer has not begun.</param>
    /// <returns>A task that ends when the answer is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="httpContext"/> is <see langword="null"/>.</exception>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        Log.Failed(httpContext, StatusCode, Exception);
        var response = httpContext.Response;
        response.StatusCode = StatusCode;
        response.Headers.CacheControl = "no-store";
        if (_retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var service = httpContext.RequestServices.GetService<IProblemDetailsService>();
        var problem = new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = ProblemDetails,
            Exception = Exception,
        };
        if (service is null || !await service.TryWriteAsync(problem).ConfigureAwait(false))
        {
            // A browser that accepts only images still gets the reason.
            response.ContentType = Json;
            await response.Body.WriteAsync(ProblemDetails.ToJson(), httpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AnswerMetadata.AddProblems(builder);
    }
}
