namespace OpenAIImages.Faults.Origins;

/// <summary>How the end of a body is made known.</summary>
public enum Framing
{
    Length,
    Chunks,
    Close,
}
