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
    private static readonly string[] Names = Enum.GetNames<Intent>().Select(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName).ToArray();

    /// <summary>start_consultation</summary>
    public static string Of(Intent intent) => Names[(int)intent];

    /// <summary>The intent of that name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static Intent Parse(string name) =>
        Array.IndexOf(Names, name) is var index and >= 0 ? (Intent)index : throw new FormatException($"{name} is no intent.");
}
