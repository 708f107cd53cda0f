namespace OpenAIImages.Settings;

/// <summary>The reason why reloaded options cannot be used, and the options that stay in force.</summary>
/// <param name="lastGood">The options that stay in force.</param>
/// <param name="faults">The faults, a sentence each.</param>
internal sealed class RefusedReload(ImageClientOptions lastGood, IReadOnlyList<string> faults)
{
    public ImageClientOptions LastGood { get; } = lastGood;

    public IReadOnlyList<string> Faults { get; } = faults;
}
