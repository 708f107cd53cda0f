namespace OpenAIImages;

/// <summary>The kinds of faults of a journal.</summary>
public enum ImageJournalFault
{
    /// <summary>Another run uses the journal, in this process or in another.</summary>
    InUse,

    /// <summary>The journal cannot be opened or read.</summary>
    Unreadable,

    /// <summary>The file is not a journal, or another version of this package wrote the file.</summary>
    OtherVersion,

    /// <summary>The journal belongs to another job.</summary>
    OtherJob,

    /// <summary>A line of the journal is broken, and it is not an incomplete last line.</summary>
    BrokenLine,

    /// <summary>The journal already holds the id of the piece, with another request.</summary>
    OtherRequest,

    /// <summary>A journal cannot record the piece.</summary>
    NotRecordable,

    /// <summary>A record cannot be written.</summary>
    NotWritten,

    /// <summary>An earlier run sent a call of the piece, and the service may have billed it.</summary>
    UnderWay,
}
