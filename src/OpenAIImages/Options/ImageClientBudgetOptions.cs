using OpenAIImages.Settings;

namespace OpenAIImages;

/// <summary>The spending limit of a client in a container: an amount of its own, or a budget that several clients
/// share.</summary>
/// <remarks>
/// <para>The figures take effect when the program calls
/// <see cref="ImageBudgetExtensions.UseBudget(ImageClientOptions)"/>, or when the configuration has a section
/// <c>Budget</c>. A figure without one of these is a fault.</para>
/// <para>The container makes the <see cref="ImageBudget"/> once and keeps it; a reload of the configuration does not
/// change it. The budget is a service of the container under the key of the client, or without a key for a client
/// without a key. So the program can see the remaining money and settle costs that may have been billed.</para>
/// <para>A client without a container gets its budget by <see cref="ImageBudgetExtensions.WithBudget"/>.</para>
/// </remarks>
public sealed class ImageClientBudgetOptions
{
    /// <summary>Gets or sets the name of a budget that <c>AddImageBudget</c> registered.</summary>
    /// <value>By default none. Clients that name the same budget share it.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the amount of the whole budget, in dollars.</summary>
    /// <value>More than 0. By default none; then <see cref="Name"/> has to be set.</value>
    public decimal? Dollars { get; set; }

    /// <summary>Gets or sets the assumed price of an image without a known high end of its price, in dollars.</summary>
    /// <value>More than 0. By default none: then the client refuses a call without a known high end.</value>
    public decimal? AssumeWhenUnknown { get; set; }

    /// <summary>Gets or sets the prices.</summary>
    /// <value>By default <see cref="ImagePriceList.Default"/>. In configuration, <c>default</c> or the path of a price
    /// list.</value>
    public ImagePriceList? Prices { get; set; }

    /// <summary>Gets the unusable entries of a shared budget's configuration.</summary>
    internal ConfigurationFindings Configuration { get; } = new();

    /// <summary>Gets whether a figure of the client's own budget is set.</summary>
    internal bool HasFigures => Dollars is not null || AssumeWhenUnknown is not null || Prices is not null;

    internal ImageClientBudgetOptions Copy() => (ImageClientBudgetOptions)MemberwiseClone();
}
