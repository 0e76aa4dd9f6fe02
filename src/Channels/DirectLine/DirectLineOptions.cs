using System.ComponentModel.DataAnnotations;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Settings under <c>Channels:WebChat</c>.</summary>
public sealed class DirectLineOptions
{
    public const string Section = "Channels:WebChat";

    private const string Range = "Channels:WebChat:{0} must lie between {1} and {2}.";

    /// <summary>All files of one message together, in bytes.</summary>
    [Range(1, 100 * 1024 * 1024, ErrorMessage = Range)]
    public int UploadLimit { get; set; } = 20 * 1024 * 1024;

    /// <summary>How many files one message may carry.</summary>
    [Range(1, 50, ErrorMessage = Range)]
    public int FileLimit { get; set; } = 9;

    /// <summary>A message without files, in bytes of JSON.</summary>
    [Range(1024, 10 * 1024 * 1024, ErrorMessage = Range)]
    public int ActivityLimit { get; set; } = 256 * 1024;
}
