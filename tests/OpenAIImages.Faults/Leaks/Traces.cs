using System.Diagnostics;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Leaks;

/// <summary>Collects the text of every span of every source, the platform's own included.</summary>
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

    // The sockets write into an event of their own span why they could not read a reply, in words that may quote it. No
    // handler of a client stands below them; SECURITY.md says so.
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
