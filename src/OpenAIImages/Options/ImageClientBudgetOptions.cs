using OpenAIImages.Settings;

namespace OpenAIImages;

/// <summary>What the calls of a client in a container may cost: an amount of its own, or a budget that several clients
/// share.</summary>
/// <remarks>
/// <para>In effect once <see cref="ImageBudgetExtensions.UseBudget(ImageClientOptions)"/> is called, or once the
/// configuration has a section <c>Budget</c>. A figure that is set without one of these is a fault.</para>
/// <para>The container makes the <see cref="ImageBudget"/> once and keeps it; a reload of the configuration changes
/// nothing about it. The budget is a service of the container under the key of the client, or without a key for the
/// client without one, so that the program can see what is left and settle what may have been billed.</para>
/// <para>A client without a container gets its budget by <see cref="ImageBudgetExtensions.WithBudget"/>.</para>
/// </remarks>
public sealed class ImageClientBudgetOptions
{
    /// <summary>Gets or sets the name of a budget that the container has, by <c>AddImageBudget</c>.</summary>
    /// <value>By default none. Clients that name the same budget share it.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets what may be spent in all, in dollars.</summary>
    /// <value>More than 0. By default none; then <see cref="Name"/> has to be set.</value>
    public decimal? Dollars { get; set; }

    /// <summary>Gets or sets what an image is counted as, in dollars, where no high end of its price is
    /// known.</summary>
    /// <value>More than 0. By default none: then a call without a known high end is refused.</value>
    public decimal? AssumeWhenUnknown { get; set; }

    /// <summary>Gets or sets the prices.</summary>
    /// <value>By default <see cref="ImagePriceList.Default"/>. In configuration, <c>default</c> or the path of a price
    /// list.</value>
    public ImagePriceList? Prices { get; set; }

    /// <summary>Gets what was found in the configuration of a shared budget that cannot be used.</summary>
    internal ConfigurationFindings Configuration { get; } = new();

    /// <summary>Gets whether a figure of an own budget is set.</summary>
    internal bool HasFigures => Dollars is not null || AssumeWhenUnknown is not null || Prices is not null;

    internal ImageClientBudgetOptions Copy() => (ImageClientBudgetOptions)MemberwiseClone();
}
