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

    private void Collect(Activity activity)
    {
        _emissions.Add($"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription}");
        _emissions.Add(string.Join("; ", activity.TagObjects));
        _emissions.Add(string.Join("; ", activity.Baggage));
        foreach (var happened in activity.Events)
        {
            _emissions.Add($"{happened.Name} {string.Join("; ", happened.Tags)}");
        }
    }
}
