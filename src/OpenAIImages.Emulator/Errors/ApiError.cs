using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>A refusal as the wire has it.</summary>
internal sealed record ApiError(string Message)
{
    public const string InvalidRequest = "invalid_request_error";
    public const string ImageUserError = "image_generation_user_error";

    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    public string Type { get; init; } = InvalidRequest;

    /// <summary>Writes down what a fault says of itself.</summary>
    public static ApiError Of(EmulatorFault fault, int status)
        => new(fault.Message ?? "The emulator was told to fail.")
        {
            Status = status,
            Type = fault.Type ?? (status >= StatusCodes.Status500InternalServerError ? "server_error" : InvalidRequest),
            Param = fault.Parameter,
            Code = fault.Code,
        };

    /// <summary>Gets the field at fault, if it is one field's.</summary>
    public string? Param { get; init; }

    public string? Code { get; init; }

    /// <summary>Gets a value indicating whether the reply has a status and no body.</summary>
    public bool IsBare { get; init; }

    /// <summary>Gets a value indicating whether a gateway refuses, before the service: in two words only.</summary>
    public bool IsOfGateway { get; init; }

    /// <summary>Gets a value indicating whether what the filters found is told as Azure tells it.</summary>
    public bool IsOfAzureFilter { get; init; }

    /// <summary>Gets where the content was judged, <c>input</c> or <c>output</c>, if it was.</summary>
    public string? ModerationStage { get; init; }

    /// <summary>Gets what the content was found to be.</summary>
    public IReadOnlyList<string> ModerationCategories { get; init; } = [];
}
