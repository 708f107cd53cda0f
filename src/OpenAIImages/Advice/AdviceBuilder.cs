namespace OpenAIImages.Advice;

/// <summary>Gathers what speaks against a request; without anything to gather it allocates nothing.</summary>
/// <param name="model">The model that is meant.</param>
internal struct AdviceBuilder(ImageModel model)
{
    private List<string>? _sentences;

    public void Add(string finding) => (_sentences ??= []).Add($"{model}: {finding}");

    public readonly IReadOnlyList<string> ToList() => _sentences ?? (IReadOnlyList<string>)[];
}
