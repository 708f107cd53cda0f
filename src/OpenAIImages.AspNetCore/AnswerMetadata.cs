using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace OpenAIImages.AspNetCore;

/// <summary>Describes the answers of an endpoint for OpenAPI.</summary>
internal static class AnswerMetadata
{
    private static readonly int[] ProblemStatuses =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status429TooManyRequests,
        StatusCodes.Status500InternalServerError,
        StatusCodes.Status502BadGateway,
        StatusCodes.Status503ServiceUnavailable,
    ];

    public static void Add(EndpointBuilder builder, int status, Type? type, params string[] contentTypes)
        => builder.Metadata.Add(new ProducesResponseTypeMetadata(status, type, contentTypes));

    public static void AddProblems(EndpointBuilder builder)
    {
        foreach (var status in ProblemStatuses)
        {
            Add(builder, status, typeof(ProblemDetails), "application/problem+json");
        }
    }
}
