// See Core.cs beside this file.
namespace SupervisionBot.Architecture.Tests.Violations.Channels
{
    public sealed class KnowsWorker
    {
        public static async Task<object> StartAsync()
        {
            await Task.Yield();
            return new Worker.Innocent();
        }
    }

    public sealed class KnowsConsultations
    {
        public static Func<object> Later => () => new Core.Consultations.Admit();
    }
}

namespace SupervisionBot.Architecture.Tests.Violations.Bot
{
    public sealed class Innocent;

    public sealed class KnowsWorker
    {
        public Worker.Innocent? Worker { get; set; }
    }
}

namespace SupervisionBot.Architecture.Tests.Violations.Bot.Composition
{
    public sealed class MayStartTheWorker
    {
        public static object Start() => new Worker.Innocent();
    }
}

namespace SupervisionBot.Architecture.Tests.Violations.Worker
{
    public sealed class Innocent;

    public sealed class KnowsBot
    {
        public static Type Of => typeof(Bot.Innocent);
    }
}
