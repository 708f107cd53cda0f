using OpenAIImages.Painter.Grading;

// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- known
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- unseen faults
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- known paint FOLDER
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- floors
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- words FILE
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- sheet docs/painter-sheet.webp
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- variants docs/painter-variants.webp
// dotnet run -c Release --project tests/OpenAIImages.Painter.Grading -- icon docs/icon.png
return args switch
{
    ["sheet", var path] => SheetCommand.Run("sheet", columns: 6, variants: 1, path),
    ["icon", var path] => IconCommand.Run(path),
    ["variants", var path] => SheetCommand.Run("variants", columns: 8, variants: 4, path),
    ["words", var path] => WordCommand.Run(path),
    ["floors"] => FloorCommand.Run(),
    [var set] => GradeCommand.Run(set, faults: false, folder: null),
    [var set, "faults"] => GradeCommand.Run(set, faults: true, folder: null),
    [var set, "paint", var folder] => GradeCommand.Run(set, faults: true, folder),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine(
        "known|more|third … twentieth|unseen [faults | paint FOLDER], floors, words FILE, sheet|variants FILE, " +
        "or icon FILE");

    return 2;
}
