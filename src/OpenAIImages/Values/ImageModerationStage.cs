namespace OpenAIImages;

/// <summary>Where the safety system stopped a request, exactly as the service spells it.</summary>
/// <remarks>
/// Known stages are static properties; any other word of the service is kept as it stands. Compared ordinally. The
/// default value is no word at all.
/// </remarks>
public readonly record struct ImageModerationStage
{
    private readonly string? _word;

    /// <summary>Names a stage.</summary>
    /// <param name="word">The word on the wire, for example <c>output</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="word"/> is empty or only white space.</exception>
    public ImageModerationStage(string word) => _word = Guard.NotBlank(word);

    /// <summary>Gets <c>input</c>: the prompt or an input image was refused, before anything was drawn.</summary>
    public static ImageModerationStage Input => new("input");

    /// <summary>Gets <c>output</c>: the image was drawn and then withheld.</summary>
    public static ImageModerationStage Output => new("output");

    /// <summary>Gets <c>unknown</c>: the service did not say.</summary>
    public static ImageModerationStage Unknown => new("unknown");

    /// <summary>Returns the word on the wire; empty for the default value.</summary>
    /// <returns>The word on the wire.</returns>
    public override string ToString() => _word ?? "";
}
