namespace PictureWorkers;

/// <summary>The service may have billed the picture of a job, but the picture did not arrive. A person decides whether
/// to buy it again.</summary>
public sealed class PossiblyBilledException(string message, Exception? cause = null) : Exception(message, cause);
