using OpenAIImages.Painter.Grading;

// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- known
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- unseen faults
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- known paint FOLDER
return args switch
{
    [var set] => GradeCommand.Run(set, faults: false, folder: null),
    [var set, "faults"] => GradeCommand.Run(set, faults: true, folder: null),
    [var set, "paint", var folder] => GradeCommand.Run(set, faults: true, folder),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("known|more|third|unseen [faults | paint FOLDER]");

    return 2;
}
