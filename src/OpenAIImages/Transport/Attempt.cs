namespace OpenAIImages.Transport;

/// <summary>How an attempt that failed stands, for the decision whether to repeat it.</summary>
internal sealed record Attempt
{
    /// <summary>Gets what the service said; <see langword="null"/> when it did not reply.</summary>
    public ImageApiException? Refusal { get; init; }

    /// <summary>Gets the service's word on repeating, <c>x-should-retry</c>; <see langword="null"/> when it gave
    /// none.</summary>
    public bool? ServiceSays { get; init; }

    /// <summary>Gets whether the request was sent, in whole or in part.</summary>
    public bool WasSent { get; init; }

    /// <summary>Gets whether the service may have made something and billed it.</summary>
    public bool CostsMoney { get; init; }
}
