namespace OpenAIImages.Transport;

/// <summary>What follows from a set of options: worked out once for as long as those are in force.</summary>
/// <param name="workOut">Works it out. Two threads may both do so when the options have changed.</param>
internal sealed class OfOptions<T>(Func<ImageClientOptions, T> workOut)
{
    private Known? _last;

    /// <param name="options">The options, which do not change once they are in use.</param>
    public T Of(ImageClientOptions options)
    {
        var last = _last;
        if (last is null || !ReferenceEquals(last.Options, options))
        {
            _last = last = new Known(options, workOut(options));
        }

        return last.Value;
    }

    private sealed class Known(ImageClientOptions options, T value)
    {
        public ImageClientOptions Options { get; } = options;

        public T Value { get; } = value;
    }
}
