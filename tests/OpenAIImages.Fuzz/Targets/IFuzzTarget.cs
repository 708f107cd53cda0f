namespace OpenAIImages.Fuzz.Targets;

/// <summary>A parser with its promises.</summary>
internal interface IFuzzTarget
{
    /// <summary>Gets the name of the target and of its folder in the corpus.</summary>
    string Name { get; }

    /// <summary>Gets words that mean something to the parser.</summary>
    IReadOnlyList<string> Dictionary { get; }

    /// <summary>Reads an input in several ways.</summary>
    /// <param name="input">The input; may be changed.</param>
    /// <param name="random">The random source for the lengths of the pieces and for the settings.</param>
    /// <exception cref="Exception">A promise was broken.</exception>
    void Check(byte[] input, Random random);
}
