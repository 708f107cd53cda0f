namespace PictureWorkers;

/// <summary>The section <c>Workers</c> of the configuration.</summary>
internal sealed class WorkerOptions
{
    /// <summary>Gets or sets where the pictures go. All workers share it.</summary>
    public string Folder { get; set; } = "pictures";

    /// <summary>Gets or sets how many calls a worker has under way at once. Each takes a thread.</summary>
    public int WorkerCount { get; set; } = 4;

    /// <summary>Gets or sets the quota of all workers together.</summary>
    public int ImagesPerMinute { get; set; } = 60;

    /// <summary>Gets or sets how many images may be asked for at once after a pause: at least the largest count of a
    /// request.</summary>
    public int Burst { get; set; } = 4;

    /// <summary>Gets or sets after how long a job comes back whose worker died. A worker that lives renews it every
    /// fifth of that time, however long a picture takes.</summary>
    public TimeSpan InvisibilityTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long a worker that is stopped lets calls end that are under way. They are paid
    /// for.</summary>
    /// <value>By default the time that the client gives to an attempt.</value>
    public TimeSpan? ShutdownTimeout { get; set; }

    /// <summary>Gets how often the shared quota gets a new token.</summary>
    public TimeSpan TokenPeriod => TimeSpan.FromMinutes(1) / ImagesPerMinute;
}
