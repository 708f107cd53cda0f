namespace OpenAIImages.Advice;

/// <summary>Collects advice about a request. Without advice, the builder allocates nothing.</summary>
/// <param name="model">The model of the request.</param>
internal struct AdviceBuilder(ImageModel model)
{
    private List<string>? _sentences;

    public void Add(string advice) => (_sentences ??= []).Add($"{model}: {advice}");

    public readonly IReadOnlyList<string> ToList() => _sentences ?? (IReadOnlyList<string>)[];
}
