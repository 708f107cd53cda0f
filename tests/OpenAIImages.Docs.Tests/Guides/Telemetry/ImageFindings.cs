using System.Diagnostics.Tracing;

namespace Docs.Guides.Telemetry;

internal sealed class ImageFindings : EventListener
{
    protected override void OnEventSourceCreated(EventSource source)
    {
        if (source.Name == "OpenAIImages")
        {
            EnableEvents(source, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs written)
        => Console.Error.WriteLine(written.Payload?[0]);
}
