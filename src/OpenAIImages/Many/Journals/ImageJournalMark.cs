namespace OpenAIImages;

/// <summary>The state of a call, as a record of a journal says.</summary>
public enum ImageJournalMark
{
    /// <summary>The client is about to send the call. Without a later record, the service may have billed it.</summary>
    Begun,

    /// <summary>The call succeeded.</summary>
    Done,

    /// <summary>The call failed, and the service cannot have billed it.</summary>
    Failed,

    /// <summary>The call failed or was stopped, and the service may have billed it.</summary>
    PossiblyBilled,
}
