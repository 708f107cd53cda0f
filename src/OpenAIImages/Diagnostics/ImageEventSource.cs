using System.Diagnostics.Tracing;

namespace OpenAIImages.Diagnostics;

/// <summary>Writes the advice about requests to the runtime's events, for programs without a logger.</summary>
[EventSource(Name = TelemetryNames.Library)]
internal sealed class ImageEventSource : EventSource
{
    private const int FindingId = 1;

    private ImageEventSource()
    {
    }

    public static ImageEventSource Shared { get; } = new();

    [NonEvent]
    public static bool HasListeners() => Shared.IsEnabled(EventLevel.Warning, EventKeywords.None);

    [Event(FindingId, Level = EventLevel.Warning, Message = "{0}")]
    public void Finding(string finding) => WriteEvent(FindingId, finding);
}
