namespace PictureWorkers;

/// <summary>The section <c>Workers</c> of the configuration.</summary>
internal sealed class WorkerOptions
{
    /// <summary>Gets or sets the folder of the pictures, which all workers share.</summary>
    public string Folder { get; set; } = "pictures";

    /// <summary>Gets or sets the number of calls that a worker makes at the same time; each takes a thread.</summary>
    public int WorkerCount { get; set; } = 4;

    /// <summary>Gets or sets the quota of all workers together.</summary>
    public int ImagesPerMinute { get; set; } = 60;

    /// <summary>Gets or sets the number of images that may be requested at once after a pause: at least the largest
    /// count of a request.</summary>
    public int Burst { get; set; } = 4;

    /// <summary>Gets or sets the time after which the job of a dead worker returns to the queue.</summary>
    /// <remarks>A running worker renews its claim every fifth of that time, for a picture of any duration.</remarks>
    public TimeSpan InvisibilityTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the time for which a stopping worker waits for its running calls, which are paid for.
    /// </summary>
    /// <value>By default the client's time limit for an attempt.</value>
    public TimeSpan? ShutdownTimeout { get; set; }

    /// <summary>Gets the time after which the shared quota gets a new token.</summary>
    public TimeSpan TokenPeriod => TimeSpan.FromMinutes(1) / ImagesPerMinute;
}
