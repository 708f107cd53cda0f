using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Scripts;

/// <summary>Facts of the operations.</summary>
internal static class Operations
{
    /// <summary>Returns the form of the pictures in the replies of an operation.</summary>
    /// <param name="operation">The operation.</param>
    public static Delivery Delivery(this Operation operation) => operation switch
    {
        Operation.Stream or Operation.StreamToFiles or Operation.EditStream => Origins.Delivery.Events,
        Operation.LinksToFiles or Operation.Download => Origins.Delivery.Links,
        _ => Origins.Delivery.Base64,
    };
}
