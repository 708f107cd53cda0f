using Hangfire.States;

namespace PictureWorkers;

/// <summary>Parks a job whose worker died, or was stopped, after it had sent the request.</summary>
/// <remarks>The engine gives such a job to the next worker, which would buy the picture again.</remarks>
internal sealed class NeverTwice : IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        // The engine wants to start a job that another worker has already started.
        if (context.CandidateState is ProcessingState
            && context.CurrentState == ProcessingState.StateName
            && SentMark.Find(context) is { } sent)
        {
            context.CandidateState = new FailedState(new PossiblyBilledException(
                $"Its worker ended during the call {sent}."))
            {
                Reason = "The picture may have been made and billed. Requeue buys it again, unless the file is there.",
            };
        }
    }
}
