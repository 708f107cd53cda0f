namespace OpenAIImages;

/// <summary>The reason why the service cannot use the file of a batch.</summary>
/// <remarks>Immutable. Anyone may create one, for example for a fake.</remarks>
public sealed record ImageBatchFault
{
    /// <summary>Creates a fault.</summary>
    /// <param name="code">The service's code, for example <c>invalid_json_line</c>.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is blank.</exception>
    public ImageBatchFault(string code, string? reason)
    {
        Code = Guard.NotBlank(code);
        Reason = reason;
    }

    /// <summary>Gets the service's code.</summary>
    public string Code { get; }

    /// <summary>Gets the service's explanation, if it gave one.</summary>
    public string? Reason { get; }

    /// <summary>Gets the field at fault (<c>param</c>), if the service named one.</summary>
    public string? Parameter { get; init; }

    /// <summary>Gets the number of the line at fault, from 1, if it is one line.</summary>
    public int? Line { get; init; }

    /// <summary>Returns the fault as text.</summary>
    /// <returns>The line, the code and the reason.</returns>
    public override string ToString()
        => $"{(Line is { } line ? $"line {line}: " : "")}{Code}{(Reason is null ? "" : $": {Reason}")}";
}
