using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SupervisionBot.Channels.Files;

/// <summary>Addresses of files that open without sign-in for a while: for clients and platforms that have no cookie.</summary>
public sealed class FileAddresses(IDataProtectionProvider protection, TimeProvider machine)
{
    /// <summary>What every address of a file begins with, before it is made absolute.</summary>
    internal const string Root = "/files/";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Files.Address");

    /// <summary>The address of a file for those who have signed in.</summary>
    public static string Plain(Guid fileId) => $"{Root}{fileId:N}";

    /// <summary>The file that a plain address is that of; null for every other address.</summary>
    internal static Guid? FileOf(string address) =>
        address.StartsWith(Root, StringComparison.Ordinal) && Guid.TryParseExact(address.AsSpan(Root.Length), "N", out var file) ? file : null;

    /// <summary>The address of a file, signed, relative to the bot's public address.</summary>
    public string Sign(Guid fileId)
    {
        var until = (machine.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds();
        return $"{Plain(fileId)}?t={protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until}|{fileId:N}"))}";
    }

    /// <summary>True when the signature is ours, for this file, and not expired.</summary>
    public bool IsSigned(Guid fileId, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
        {
            return false;
        }

        try
        {
            var parts = protector.Unprotect(signature).Split('|');
            return parts[1] == fileId.ToString("N")
                && DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)) > machine.GetUtcNow();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
