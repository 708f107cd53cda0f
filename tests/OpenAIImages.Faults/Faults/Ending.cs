namespace OpenAIImages.Faults.Faults;

/// <summary>The ways in which a connection ends.</summary>
public enum Ending
{
    /// <summary>The service resets the connection.</summary>
    Reset,

    /// <summary>The service closes its side of the connection.</summary>
    Close,

    /// <summary>The service sends no more bytes and keeps the connection open.</summary>
    Silence,
}
