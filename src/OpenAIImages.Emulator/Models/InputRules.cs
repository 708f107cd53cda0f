namespace OpenAIImages.Emulator.Models;

/// <summary>The rules for the files that a model works on.</summary>
internal sealed record InputRules
{
    private const int MiB = 1_024 * 1_024;

    public static InputRules Gpt { get; } = new();

    public static InputRules DallE2 { get; } = new()
    {
        MaxCount = 1,
        MaxMegabytes = 4,
        MediaTypes = ["image/png"],
        MustBeSquare = true,
    };

    public int MaxCount { get; private init; } = 16;

    /// <summary>Gets the size below which a file must stay.</summary>
    public int MaxMegabytes { get; private init; } = 50;

    public int MaxBytes => MaxMegabytes * MiB;

    public string[] MediaTypes { get; init; } = ["image/jpeg", "image/png", "image/webp"];

    public bool MustBeSquare { get; private init; }
}
