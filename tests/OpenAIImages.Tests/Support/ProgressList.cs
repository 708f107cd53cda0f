namespace OpenAIImages.Tests.Support;

/// <summary>Keeps each report of a progress, in order and at once.</summary>
internal sealed class ProgressList<T> : IProgress<T>
{
    public List<T> Items { get; } = [];

    public void Report(T value) => Items.Add(value);
}
