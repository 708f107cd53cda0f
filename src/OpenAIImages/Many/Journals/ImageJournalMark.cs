namespace OpenAIImages;

/// <summary>What a record of a journal says of a call.</summary>
public enum ImageJournalMark
{
    /// <summary>The call is about to be sent. Without a later record, the service may have billed it.</summary>
    Begun,

    /// <summary>The call succeeded.</summary>
    Done,

    /// <summary>The call failed, and the service cannot have billed it.</summary>
    Failed,

    /// <summary>The call failed or was stopped, and the service may have billed it.</summary>
    PossiblyBilled,
}
