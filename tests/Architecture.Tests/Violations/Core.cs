// Types that break the arrows, and two that are allowed what the others are not. Never used; read by ArrowTests.
namespace SupervisionBot.Architecture.Tests.Violations.Core
{
    public sealed class KnowsBot
    {
        public static object Create() => new Bot.Innocent();
    }

    public sealed class KnowsWeb
    {
        public static object Status(Microsoft.AspNetCore.Http.HttpContext context) => context.Response.StatusCode;
    }

    public sealed class KnowsQuartz
    {
        public Quartz.IScheduler? Scheduler { get; set; }
    }

    public sealed class KnowsMarkdig
    {
        public static string Html(string markdown) => Markdig.Markdown.ToHtml(markdown);
    }
}

namespace SupervisionBot.Architecture.Tests.Violations.Core.Documents
{
    public sealed class MayUseMarkdig
    {
        public static string Html(string markdown) => Markdig.Markdown.ToHtml(markdown);
    }
}

namespace SupervisionBot.Architecture.Tests.Violations.Core.Consultations
{
    public sealed class Admit;
}
