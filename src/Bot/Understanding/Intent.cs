namespace SupervisionBot.Bot.Understanding;

/// <summary>What somebody who types into the chat wants.</summary>
public enum Intent
{
    StartConsultation,
    RequestAssistance,
    ReportPractice,
    MyTodos,
    QueryStatus,
    WeeklySummary,
    AcceptOrder,
    DeclineOrder,
    CompleteOrder,
    RateOrder,
    RemindNudge,
    TaskProgress,
    Help,
    Cancel,
    Greet,
    OutOfScope,
}

/// <summary>The intents' names outside the program, in the cue file and in the output of <c>understand</c>.</summary>
public static class IntentNames
{
    internal static string[] All { get; } = SnakeCase.NamesOf<Intent>();

    /// <summary>start_consultation</summary>
    public static string Of(Intent intent) => All[(int)intent];
}
