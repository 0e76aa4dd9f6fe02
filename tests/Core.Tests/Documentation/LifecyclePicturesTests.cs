using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Bulletins;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Documentation;

public sealed class LifecyclePicturesTests
{
    [Fact]
    public void The_life_of_a_consultation_in_the_documentation_is_the_table_of_the_code() => Matches("consultation", ConsultationLifecycle.Table);

    [Fact]
    public void The_life_of_a_session_in_the_documentation_is_the_table_of_the_code() => Matches("session", SessionLifecycle.Table);

    [Fact]
    public void The_life_of_minutes_in_the_documentation_is_the_table_of_the_code() => Matches("minutes", MinutesLifecycle.Table);

    [Fact]
    public void The_life_of_a_resolution_in_the_documentation_is_the_table_of_the_code() => Matches("resolution", ResolutionLifecycle.Table);

    [Fact]
    public void The_life_of_a_deadline_in_the_documentation_is_the_table_of_the_code() => Matches("deadline", DeadlineLifecycle.Table);

    [Fact]
    public void The_life_of_an_order_in_the_documentation_is_the_table_of_the_code() => Matches("order", OrderLifecycle.Table);

    [Fact]
    public void The_life_of_a_practice_in_the_documentation_is_the_table_of_the_code() => Matches("practice", PracticeLifecycle.Table);

    [Fact]
    public void The_life_of_a_bulletin_in_the_documentation_is_the_table_of_the_code() => Matches("bulletin", BulletinLifecycle.Table);

    private static void Matches<TRecord, TState, TAction>(string name, Lifecycle<TRecord, TState, TAction> lifecycle)
        where TRecord : ILifecycleRecord<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var page = Repository.Path("docs/architecture.md");
        var text = File.ReadAllText(page).ReplaceLineEndings("\n");
        var (start, end) = ($"<!-- lifecycle: {name} -->\n", $"\n<!-- end of lifecycle: {name} -->");
        var before = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var after = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(before >= start.Length && after >= before, $"{page} has lost the marks around the picture of the {name}.");

        var drawn = LifecyclePicture.Of(lifecycle);
        if (Golden.Accepts)
        {
            File.WriteAllText(page, text[..before] + drawn + text[after..]);
            return;
        }

        Assert.True(drawn == text[before..after], $"The {name} in {page} is not what the code says. It should be:\n{drawn}");
    }
}
