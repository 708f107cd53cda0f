namespace OpenAIImages.Budgets;

/// <summary>Gives clients of a container their budgets.</summary>
/// <remarks>Only what switches a budget on refers to the code behind this interface. A program that is compiled ahead
/// of time and has no budget does not contain it.</remarks>
internal interface IBudgetStep
{
    /// <summary>Makes a budget of checked figures.</summary>
    ImageBudget Create(ImageClientBudgetOptions options);

    /// <summary>Puts a budget in front of a client.</summary>
    IImageClient Apply(IImageClient client, ImageBudget budget);
}
