namespace OpenAIImages.Fuzz.Targets;

/// <summary>The parsers of foreign bytes.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
        [new ResultTarget(), new EventsTarget(), new ErrorTarget(), new MultipartTarget()];

    public static IFuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
