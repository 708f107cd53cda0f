namespace PictureWorkers;

/// <summary>The service may have billed the picture of a job, but the picture did not arrive.</summary>
/// <remarks>A person decides whether to buy it again.</remarks>
public sealed class PossiblyBilledException(string message, Exception? cause = null) : Exception(message, cause);
