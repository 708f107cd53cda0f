using System.Diagnostics;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Leaks;

/// <summary>Collects the text of every span of every source, including the sources of the platform.</summary>
internal sealed class Traces : IDisposable
{
    private readonly Emissions _emissions = new();
    private readonly ActivityListener _listener;

    public Traces()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _)
                => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Collect,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string Text => _emissions.Text;

    public void Dispose() => _listener.Dispose();

    // When the sockets cannot read a reply, they write the reason into an event of their own span. The reason may quote
    // the reply. No handler of a client can change that, since the sockets are the innermost handler; see SECURITY.md.
    private static bool IsOfSockets(Activity activity, ActivityEvent happened)
        => activity.Source.Name == "System.Net.Http" && happened.Name == "exception";

    private void Collect(Activity activity)
    {
        _emissions.Add($"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription}");
        _emissions.Add(string.Join("; ", activity.TagObjects));
        _emissions.Add(string.Join("; ", activity.Baggage));
        foreach (var happened in activity.Events)
        {
            _emissions.Add(IsOfSockets(activity, happened)
                ? happened.Name
                : $"{happened.Name} {string.Join("; ", happened.Tags)}");
        }
    }
}
