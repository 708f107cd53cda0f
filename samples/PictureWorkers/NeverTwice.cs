using Hangfire.States;

namespace PictureWorkers;

/// <summary>Parks a job that comes back from a worker that died, or was stopped, after it had sent the
/// request.</summary>
/// <remarks>The engine gives such a job to the next worker, which would buy the picture again.</remarks>
internal sealed class NeverTwice : IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        // A job that is to be begun, and that somebody has begun already.
        if (context.CandidateState is ProcessingState
            && context.CurrentState == ProcessingState.StateName
            && SentMark.Find(context) is { } sent)
        {
            context.CandidateState = new FailedState(new PossiblyBilledException(
                $"Its worker ended while the call {sent} was under way."))
            {
                Reason = "The picture may have been made and billed. Requeue buys it again, unless it is there.",
            };
        }
    }
}
