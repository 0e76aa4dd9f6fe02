using System.Diagnostics;

namespace SupervisionBot.Testing;

/// <summary>The source tree the tests were built from.</summary>
public static class Repository
{
    /// <summary>Folder of <c>SupervisionBot.sln</c>, found upward from the test's own folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of a file or folder given relative to the root with forward slashes.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Every file git tracks, and every new one it would not ignore; relative to the root, forward slashes.</summary>
    public static IReadOnlyList<string> Files()
    {
        // The owner of a checkout may differ from the user who runs the tests (containers); listing files is harmless.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "-c", "core.quotePath=false", "ls-files", "-co", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. files.Where(file => File.Exists(Path(file)))]
            : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode} in {Root}.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SupervisionBot.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"SupervisionBot.sln is not above {AppContext.BaseDirectory}.");
    }
}
