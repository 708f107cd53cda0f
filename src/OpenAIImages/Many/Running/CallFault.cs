using OpenAIImages.Calls;

namespace OpenAIImages.Many.Running;

/// <summary>Finds out the facts about a failed call.</summary>
internal static class CallFault
{
    /// <summary>Gets whether the service may have billed a call that ended with an exception.</summary>
    /// <remarks>The fault of a foreign client or destination says nothing about money. Such a call counts as possibly
    /// billed.</remarks>
    public static bool MayHaveBeenBilled(Exception fault) => fault switch
    {
        ImageClientException e => e.MayHaveBeenBilled,
        ImageCallCanceledException => true,
        ArgumentException or NotSupportedException or OperationCanceledException => false,
        _ => !UnsentFault.IsMarked(fault),
    };

    /// <summary>Gets the images that came before the fault.</summary>
    public static IReadOnlyList<ImageOutput> ReceivedWith(Exception fault) => fault switch
    {
        ImageClientException e => e.Received,
        ImageCallCanceledException e => e.Received,
        _ => [],
    };

    public static string? ClientRequestIdOf(Exception fault) => fault switch
    {
        ImageClientException e => e.ClientRequestId,
        ImageCallCanceledException e => e.ClientRequestId,
        _ => null,
    };
}
