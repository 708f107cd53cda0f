namespace OpenAIImages.Emulator.Models;

/// <summary>The rules of one model, for its requests and its replies.</summary>
internal sealed record ModelRules
{
    public required string Name { get; init; }

    public required DateOnly Released { get; init; }

    /// <summary>Gets the announced day from which the service no longer serves the model, if there is one.</summary>
    public DateOnly? ShutDown { get; init; }

    /// <summary>Gets dated names of the same model.</summary>
    public string[] Snapshots { get; init; } = [];

    /// <summary>Gets a value indicating whether the list of models also has the dated names.</summary>
    public bool ListsSnapshots { get; init; } = true;

    /// <summary>Gets the fields that a generation may have; <see langword="null"/> when any field may be sent.
    /// </summary>
    public IReadOnlySet<string>? Parameters { get; init; }

    /// <summary>Gets the fields that an edit may have; <see langword="null"/> when any field may be sent.</summary>
    public IReadOnlySet<string>? EditParameters { get; init; }

    public bool Edits { get; init; } = true;

    public bool Varies { get; init; }

    /// <summary>Gets a value indicating whether a batch can have requests for the model.</summary>
    public bool Batches { get; init; } = true;

    /// <summary>Gets the rules for the files of an edit.</summary>
    public InputRules Inputs { get; init; } = InputRules.Gpt;

    /// <summary>Gets the values of <c>input_fidelity</c>; empty when a request must omit it.</summary>
    public string[] Fidelities { get; init; } = ["low", "high"];

    /// <summary>Gets a value indicating whether the model always sees input pictures with high fidelity.</summary>
    public bool IsAlwaysFaithful { get; init; }

    public int MaxPromptLength { get; init; } = 32_000;

    public int MaxCount { get; init; } = 10;

    public required ISizeRules Sizes { get; init; }

    public required string[] Qualities { get; init; }

    /// <summary>Gets the quality for an omitted quality or <c>auto</c>.</summary>
    public required string DefaultQuality { get; init; }

    public string[] Formats { get; init; } = ["png"];

    /// <summary>Gets a value indicating whether a reply has links unless the request asks for base64.</summary>
    public bool LinksByDefault { get; init; }

    /// <summary>Gets a value indicating whether replies have <c>revised_prompt</c>.</summary>
    public bool RevisesPrompt { get; init; }

    /// <summary>Gets a value indicating whether replies have the size, quality and format of the pictures.</summary>
    public bool ReportsSettings { get; init; }

    /// <summary>Gets a value indicating whether refusals for content have the old form of DALL-E.</summary>
    public bool RefusesContentTheOldWay { get; init; }

    /// <summary>Gets the count of output tokens; <see langword="null"/> when replies have no usage.</summary>
    public OutputTokens? Tokens { get; init; }
}
