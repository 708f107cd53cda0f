using Microsoft.Extensions.Configuration;
using OpenAIImages;
using OpenAIImages.DependencyInjection;

// The namespace is the one that every host already imports, so AddImageBudget appears without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers an <see cref="ImageBudget"/> that several clients of a container share.</summary>
/// <remarks>
/// <para>A client keeps to the budget when the client's options name it:
/// <see cref="ImageBudgetExtensions.UseBudget(ImageClientOptions, string)"/>, or <c>Budget:Name</c> in its
/// configuration. A client that names a missing budget is a fault at the start.</para>
/// <para>The budget is a singleton under its name, so the program can see the remaining money and settle costs that may
/// have been billed.</para>
/// </remarks>
public static class ImageBudgetServiceCollectionExtensions
{
    /// <summary>Registers a budget from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the budget, and the key of the <see cref="ImageBudget"/>.</param>
    /// <param name="section">The section with <c>Dollars</c>, and optionally <c>AssumeWhenUnknown</c> and
    /// <c>Prices</c>. The section is read once. The start of the host lists every fault.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, or the container has a budget of that name
    /// already.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddImageBudget("posters", builder.Configuration.GetSection("Budgets:Posters"));
    /// </code>
    /// </example>
    public static IServiceCollection AddImageBudget(
        this IServiceCollection services, string name, IConfiguration section)
    {
        SharedBudget.Add(Guard.NotNull(services), Guard.NotBlank(name), Guard.NotNull(section));

        return services;
    }

    /// <summary>Registers a budget.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the budget, and the key of the <see cref="ImageBudget"/>.</param>
    /// <param name="budget">The budget.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, or the container has a budget of that name
    /// already.</exception>
    public static IServiceCollection AddImageBudget(
        this IServiceCollection services, string name, ImageBudget budget)
    {
        Guard.NotNull(budget);
        SharedBudget.Add(Guard.NotNull(services), Guard.NotBlank(name), _ => budget);

        return services;
    }
}
