namespace OpenAIImages.Emulator.Models;

/// <summary>The rules of one model: what it allows, and how it answers.</summary>
internal sealed record ModelRules
{
    public required string Name { get; init; }

    public required DateOnly Released { get; init; }

    /// <summary>Gets the day from which the service no longer answers for it, if one is announced.</summary>
    public DateOnly? ShutDown { get; init; }

    /// <summary>Gets dated names of the same model.</summary>
    public string[] Snapshots { get; init; } = [];

    /// <summary>Gets a value indicating whether the list of models names them beside the model itself.</summary>
    public bool ListsSnapshots { get; init; } = true;

    /// <summary>Gets the fields a generation may have; <see langword="null"/> when any may be sent.</summary>
    public IReadOnlySet<string>? Parameters { get; init; }

    /// <summary>Gets the fields an edit may have; <see langword="null"/> when any may be sent.</summary>
    public IReadOnlySet<string>? EditParameters { get; init; }

    public bool Edits { get; init; } = true;

    public bool Varies { get; init; }

    /// <summary>Gets a value indicating whether requests for it can stand in a batch.</summary>
    public bool Batches { get; init; } = true;

    /// <summary>Gets what files an edit takes.</summary>
    public InputRules Inputs { get; init; } = InputRules.Gpt;

    /// <summary>Gets the values of <c>input_fidelity</c>; none when it must be omitted.</summary>
    public string[] Fidelities { get; init; } = ["low", "high"];

    /// <summary>Gets a value indicating whether inputs are looked at closely without being asked for.</summary>
    public bool IsAlwaysFaithful { get; init; }

    public int MaxPromptLength { get; init; } = 32_000;

    public int MaxCount { get; init; } = 10;

    public required ISizeRules Sizes { get; init; }

    public required string[] Qualities { get; init; }

    /// <summary>Gets what an omitted quality, or <c>auto</c>, comes to.</summary>
    public required string DefaultQuality { get; init; }

    public string[] Formats { get; init; } = ["png"];

    /// <summary>Gets a value indicating whether pictures come as links unless asked otherwise.</summary>
    public bool LinksByDefault { get; init; }

    /// <summary>Gets a value indicating whether replies carry <c>revised_prompt</c>.</summary>
    public bool RevisesPrompt { get; init; }

    /// <summary>Gets a value indicating whether replies say in which size, quality and format it was.</summary>
    public bool ReportsSettings { get; init; }

    /// <summary>Gets a value indicating whether refusals for content have the shape of the DALL-E era.</summary>
    public bool RefusesContentTheOldWay { get; init; }

    /// <summary>Gets how output is counted; <see langword="null"/> when replies carry no usage.</summary>
    public OutputTokens? Tokens { get; init; }
}
