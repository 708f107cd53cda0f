namespace OpenAIImages;

/// <summary>The exception when a journal cannot be used, or when it prevents a piece.</summary>
/// <remarks>A call that the fault prevents was not sent. An earlier run may have spent money only with <see
/// cref="ImageJournalFault.UnderWay"/>: see <see cref="ImageClientException.MayHaveBeenBilled"/>.</remarks>
public sealed class ImageJournalException : ImageClientException
{
    /// <summary>Describes the fault of a journal.</summary>
    /// <param name="fault">The kind of fault.</param>
    /// <param name="message">The fault, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> is blank.</exception>
    public ImageJournalException(ImageJournalFault fault, string message, Exception? innerException = null)
        : base(Guard.NotBlank(message), innerException)
        => Fault = fault;

    /// <summary>Gets the kind of fault.</summary>
    public ImageJournalFault Fault { get; }

    /// <summary>Gets the full path of the journal, if it is a file and the file is at fault.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Gets the number of the broken line, from 1; <see langword="null"/> with other faults.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the id of the piece that the journal prevents; <see langword="null"/> when the journal itself is
    /// at fault.</summary>
    public string? Id { get; init; }

    internal static ImageJournalException InUse(string path, Exception cause) => new(
        ImageJournalFault.InUse,
        $"The journal {path} is in use by another run. If none runs, another program holds {path}.lock open.",
        cause)
    {
        JournalPath = path,
    };

    internal static ImageJournalException UsedTwice() => new(
        ImageJournalFault.InUse, "The journal is in use by another run of this process. Give each run a journal.");

    internal static ImageJournalException Unreadable(string path, Exception cause) => new(
        ImageJournalFault.Unreadable, $"The journal {path} cannot be opened: {cause.Message}", cause)
    {
        JournalPath = path,
    };

    internal static ImageJournalException OtherVersion(string path, string reason) => new(
        ImageJournalFault.OtherVersion, $"The file {path} is no journal that this version reads: {reason}")
    {
        JournalPath = path,
        Line = 1,
    };

    internal static ImageJournalException OtherJob(string path, string found, string wanted) => new(
        ImageJournalFault.OtherJob,
        $"The journal {path} belongs to the job '{found}', and not to '{wanted}'. Give each job a journal.")
    {
        JournalPath = path,
    };

    internal static ImageJournalException BrokenLine(string path, int line, string reason, Exception? cause = null)
        => new(ImageJournalFault.BrokenLine, $"Line {line} of the journal {path} is broken: {reason}", cause)
        {
            JournalPath = path,
            Line = line,
        };

    internal static ImageJournalException NotWritten(string journal, Exception cause) => new(
        ImageJournalFault.NotWritten,
        $"{journal} cannot be written, so that no further call begins: {cause.Message}",
        cause);

    internal static ImageJournalException OtherRequest(string id) => new(
        ImageJournalFault.OtherRequest,
        $"The journal has the id {id} with another request. Give the changed request an id of its own.")
    {
        Id = id,
    };

    internal static ImageJournalException NotRecordable(string id, string reason, Exception? cause = null) => new(
        ImageJournalFault.NotRecordable, $"The journal cannot record the piece {id}: {reason}", cause)
    {
        Id = id,
    };

    internal static ImageJournalException UnderWay(string id, int part, ImageJournalRecord last) => new(
        ImageJournalFault.UnderWay,
        $"An earlier run sent call {part} of the piece {id} and did not see its end. It is not sent again without " +
        $"{nameof(ImageManyOptions)}.{nameof(ImageManyOptions.RepeatPossiblyBilled)}.")
    {
        Id = id,
        PossiblyBilledAttempts = 1,
        Received = last.Images,
        ClientRequestId = last.ClientRequestId,
    };
}
