namespace OpenAIImages.Emulator.Errors;

/// <summary>Ends the handling of a request with a refusal, which <see cref="Pipeline.ErrorBarrier"/> writes.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
