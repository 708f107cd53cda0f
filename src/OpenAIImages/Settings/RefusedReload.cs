namespace OpenAIImages.Settings;

/// <summary>Says that reloaded options cannot be used, and why.</summary>
/// <param name="lastGood">The options that stay in force.</param>
/// <param name="faults">The faults, a sentence each.</param>
internal sealed class RefusedReload(ImageClientOptions lastGood, IReadOnlyList<string> faults)
{
    public ImageClientOptions LastGood { get; } = lastGood;

    public IReadOnlyList<string> Faults { get; } = faults;
}
