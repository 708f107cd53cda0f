using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>A refusal as the wire has it.</summary>
internal sealed record ApiError(string Message)
{
    public const string InvalidRequest = "invalid_request_error";
    public const string ImageUserError = "image_generation_user_error";

    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    public string Type { get; init; } = InvalidRequest;

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
