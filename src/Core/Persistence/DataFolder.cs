namespace SupervisionBot.Core.Persistence;

/// <summary>Where a program keeps its files when nobody says otherwise: the repository's <c>data/</c>, found upward, else <c>data/</c> beside the program.</summary>
public static class DataFolder
{
    private const string RepositoryMark = "SupervisionBot.sln";

    public static string Default { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RepositoryMark)))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "data");
    }
}
