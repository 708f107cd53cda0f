namespace OpenAIImages.Budgets;

/// <summary>Gives clients of a container their budgets.</summary>
/// <remarks>Only the methods that switch a budget on refer to the code behind this interface. A program without a
/// budget that is compiled ahead of time does not contain that code.</remarks>
internal interface IBudgetStep
{
    /// <summary>Makes a budget from checked figures.</summary>
    ImageBudget Create(ImageClientBudgetOptions options);

    /// <summary>Puts a budget in front of a client.</summary>
    IImageClient Apply(IImageClient client, ImageBudget budget);
}
