namespace OpenAIImages.Faults.Origins;

/// <summary>The ways in which a reply shows where its body ends.</summary>
public enum Framing
{
    Length,
    Chunks,
    Close,
}
