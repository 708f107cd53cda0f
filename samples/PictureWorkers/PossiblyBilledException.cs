namespace PictureWorkers;

/// <summary>The service may have billed the picture of a job, and nobody saw it come. A person decides whether it is
/// bought again.</summary>
public sealed class PossiblyBilledException(string message, Exception? cause = null) : Exception(message, cause);
