namespace OpenAIImages.Faults.Faults;

/// <summary>The ways in which a connection ends.</summary>
public enum Ending
{
    /// <summary>It is broken off.</summary>
    Reset,

    /// <summary>The other side says that it will say no more.</summary>
    Close,

    /// <summary>It does not; there is just nothing more.</summary>
    Silence,
}
