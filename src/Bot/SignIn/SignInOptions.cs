using Microsoft.Extensions.Options;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>Settings under <c>SignIn</c>: how people prove who they are.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>The only way in so far: choosing one of the demo people, in demo mode.</summary>
    public const string Demo = "Demo";

    /// <summary><see cref="Demo"/>, or empty. Empty means <see cref="Demo"/> in demo mode, and outside demo mode that nobody gets in.</summary>
    public string Mode { get; set; } = "";

    /// <summary>Refuses to start with a way of signing in that would not work.</summary>
    internal sealed class Check(DemoMode demo) : IValidateOptions<SignInOptions>
    {
        public ValidateOptionsResult Validate(string? name, SignInOptions options) =>
            options.Mode switch
            {
                "" => ValidateOptionsResult.Success,
                Demo when demo.Enabled => ValidateOptionsResult.Success,
                Demo => ValidateOptionsResult.Fail(
                    "SignIn:Mode is Demo, but demo mode is off. Set Demo:Enabled to true for a trial with invented people, or leave SignIn:Mode empty."
                ),
                _ => ValidateOptionsResult.Fail(
                    $"SignIn:Mode is '{options.Mode}', which this version does not offer. Use Demo (with Demo:Enabled true), or leave it empty; then nobody can sign in."
                ),
            };
    }
}
