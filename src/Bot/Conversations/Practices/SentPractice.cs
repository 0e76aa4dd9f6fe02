namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>What was sent: its number, and who has to release it; null where it is with the office.</summary>
internal sealed record SentPractice(string Number, string? LeaderName);
