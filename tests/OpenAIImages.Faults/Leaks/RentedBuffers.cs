using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace OpenAIImages.Faults.Leaks;

/// <summary>Counts the buffers that the client rents from the shared pool and the buffers that it has not
/// returned.</summary>
/// <remarks>
/// The runtime reports every rent on the thread that rents. The stack of this thread shows whether the client rents
/// the buffer or other code, such as the sockets. Other code may keep its buffers.
/// </remarks>
internal sealed class RentedBuffers : EventListener
{
    private const string PoolEvents = "System.Buffers.ArrayPoolEventSource";
    private const int Rented = 1;
    private const int Returned = 3;

    private readonly ConcurrentDictionary<int, int> _out = new();
    private int _total;

    /// <summary>Gets how many buffers the client has rented.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>Gets how many buffers the client has not returned.</summary>
    public int Missing => _out.Values.Sum();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == PoolEvents)
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == Rented && IsByClient())
        {
            Interlocked.Increment(ref _total);
            _out.AddOrUpdate((int)eventData.Payload![0]!, 1, static (_, count) => count + 1);
        }
        else if (eventData.EventId == Returned && _out.TryGetValue((int)eventData.Payload![0]!, out var count)
            && count > 0)
        {
            _out.AddOrUpdate((int)eventData.Payload[0]!, 0, static (_, count) => count - 1);
        }
    }

    // The nearest frame outside this listener and the runtime decides.
    private static bool IsByClient()
    {
        foreach (var frame in new StackTrace(skipFrames: 2, fNeedFileInfo: false).GetFrames())
        {
            var assembly = frame.GetMethod()?.Module.Assembly;
            if (assembly is not null && assembly != typeof(object).Assembly
                && assembly != typeof(RentedBuffers).Assembly)
            {
                return assembly == typeof(OpenAIImageClient).Assembly;
            }
        }

        return false;
    }
}
