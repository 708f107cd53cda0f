namespace OpenAIImages.Settings;

/// <summary>Options that came by a reload and cannot be used.</summary>
/// <param name="lastGood">The options that stay in force.</param>
/// <param name="faults">What is wrong, a sentence each.</param>
internal sealed class RefusedReload(ImageClientOptions lastGood, IReadOnlyList<string> faults)
{
    public ImageClientOptions LastGood { get; } = lastGood;

    public IReadOnlyList<string> Faults { get; } = faults;
}
