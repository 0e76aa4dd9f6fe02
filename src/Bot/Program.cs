using SupervisionBot.Bot.Commands;
using SupervisionBot.Bot.Composition;

return args is ["understand", .. var rest]
    ? await UnderstandCommand.RunAsync(rest, Console.In, Console.Out, SupervisionBot.Core.Composition.MachineClock)
    : await BotApplication.RunAsync(args);
