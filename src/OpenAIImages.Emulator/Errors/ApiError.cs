using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>A refusal, with the members of its JSON.</summary>
internal sealed record ApiError(string Message)
{
    public const string InvalidRequest = "invalid_request_error";
    public const string ImageUserError = "image_generation_user_error";

    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    public string Type { get; init; } = InvalidRequest;

    /// <summary>Makes the error that a fault describes.</summary>
    public static ApiError Of(EmulatorFault fault, int status)
        => new(fault.Message ?? "The emulator was told to fail.")
        {
            Status = status,
            Type = fault.Type ?? (status >= StatusCodes.Status500InternalServerError ? "server_error" : InvalidRequest),
            Param = fault.Parameter,
            Code = fault.Code,
        };

    /// <summary>Gets the name of the faulty field, if one field is at fault.</summary>
    public string? Param { get; init; }

    public string? Code { get; init; }

    /// <summary>Gets a value indicating whether the reply has a status and no body.</summary>
    public bool IsBare { get; init; }

    /// <summary>Gets a value indicating whether a gateway before the service refuses, with only a code and a message.
    /// </summary>
    public bool IsOfGateway { get; init; }

    /// <summary>Gets a value indicating whether the reply has the findings of the filters in Azure's form.</summary>
    public bool IsOfAzureFilter { get; init; }

    /// <summary>Gets the stage of the moderation, <c>input</c> or <c>output</c>; <see langword="null"/> for another
    /// error.</summary>
    public string? ModerationStage { get; init; }

    /// <summary>Gets the categories that the moderation found.</summary>
    public IReadOnlyList<string> ModerationCategories { get; init; } = [];
}
