using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>
/// Issues and reads the tokens of the Direct Line server. A token is encrypted, stands for one person in one conversation, and is good for half
/// an hour. The address of a socket carries a token of its own that lives a minute and opens nothing else, because addresses end up in logs.
/// </summary>
public sealed class DirectLineTokens(IDataProtectionProvider protection, TimeProvider machine)
{
    /// <summary>How long a token is good; clients count on half an hour and refresh after a quarter.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(1);
    private readonly IDataProtector tokens = protection.CreateProtector("DirectLine.Token");
    private readonly IDataProtector streams = protection.CreateProtector("DirectLine.Stream");

    /// <summary>A token for all requests of this person.</summary>
    public string Issue(DirectLineCaller caller) => Write(tokens, caller, Lifetime);

    /// <summary>A token for opening one socket.</summary>
    internal string IssueForStream(DirectLineCaller caller) => Write(streams, caller, StreamLifetime);

    /// <summary>Whom the token stands for; null if it is not ours, damaged or expired.</summary>
    internal DirectLineCaller? Read(string? token) => Read(tokens, token);

    internal DirectLineCaller? ReadForStream(string? token) => Read(streams, token);

    private string Write(IDataProtector protector, DirectLineCaller caller, TimeSpan lifetime)
    {
        var expires = (machine.GetUtcNow() + lifetime).ToUnixTimeMilliseconds();
        return protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{expires}|{caller.ConversationId:N}|{caller.PersonId:N}|{caller.Name}")
        );
    }

    private DirectLineCaller? Read(IDataProtector protector, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        string text;
        try
        {
            text = protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var parts = text.Split('|', 4);
        var expires = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
        return expires <= machine.GetUtcNow() ? null : new DirectLineCaller(Guid.ParseExact(parts[1], "N"), Guid.ParseExact(parts[2], "N"), parts[3]);
    }
}
