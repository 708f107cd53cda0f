namespace OpenAIImages.Faults.Callers;

/// <summary>A client library, called as its users call it.</summary>
internal interface ICaller
{
    Task<CallOutcome> CallAsync(CallSite site, CancellationToken cancellationToken);
}
