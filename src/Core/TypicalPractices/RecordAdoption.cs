using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>记采用级别: who took the practice up, on which day, with the instruction (批示) of a leader where there is one. Any number; no scores come of it.</summary>
/// <param name="Outlet">Where it was printed; may be left out.</param>
/// <param name="Instruction">领导批示, word for word; may be left out.</param>
public sealed record RecordAdoption(Guid RecordId, int? Step, AdoptionLevel? Level, DateOnly? On, string? Outlet, string? Instruction)
    : IRecordRequest<AdoptionRecorded>
{
    private const int LongestOutlet = 100;

    internal sealed class Handler : PracticeHandler<RecordAdoption, AdoptionRecorded>
    {
        protected override PracticeAction ActionOf(RecordAdoption request) => PracticeAction.RecordAdoption;

        // A second press of the same page is recognised by the step.
        protected override bool ChangesWhatIsDecided(RecordAdoption request, TypicalPractice record) => true;

        protected override Task<Refusal?> CheckAsync(RecordAdoption request, TypicalPractice record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                request.Level is not { } level || !Enum.IsDefined(level) ? new Refusal(Refusal.Invalid, Texts.NoLevel)
                : request.On is not { } on ? new Refusal(Refusal.Invalid, Texts.NoAdoptionDay)
                : on > work.Today || on < ChinaTime.DateOf(record.SubmittedAt) ? new Refusal(Refusal.Invalid, Texts.WrongAdoptionDay)
                : FreeText.Check(Texts.FieldOutlet, request.Outlet, LongestOutlet)
                    ?? FreeText.Check(Texts.FieldInstruction, request.Instruction, FreeText.ReasonLength)
            );

        protected override Task<AdoptionRecorded> ApplyAsync(
            RecordAdoption request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            var adoption = AdoptionRecording.Add(
                record,
                request.Level!.Value,
                request.On!.Value,
                FreeText.Kept(request.Outlet),
                FreeText.Kept(request.Instruction),
                work
            );
            work.Tell(record.DrafterId, PracticeDrafterNotices.TakenUp(record, adoption));
            return Task.FromResult(new AdoptionRecorded(record.Number, record.Title, adoption.Level));
        }
    }
}

/// <summary>The answer to the office.</summary>
public sealed record AdoptionRecorded(string Number, string Title, AdoptionLevel Level);

/// <summary>An entry of 采用情况, with its place in the history.</summary>
internal static class AdoptionRecording
{
    public static PracticeAdoption Add(TypicalPractice record, AdoptionLevel level, DateOnly on, string? outlet, string? instruction, Work work)
    {
        var adoption = new PracticeAdoption
        {
            Id = work.NewId(),
            PracticeId = record.Id,
            Level = level,
            On = on,
            Outlet = outlet,
            Instruction = instruction,
            RecordedById = work.Person.Id,
            RecordedAt = work.Now,
        };
        work.Db.Add(adoption);
        work.Remember(
            Persistence.RecordNumber.TypicalPractice,
            record.Id,
            nameof(PracticeAction.RecordAdoption),
            Texts.HistoryTakenUp.With(AdoptionLevels.Name(level), ChinaTime.FullDay(on), outlet is null ? "" : Texts.HistoryOutlet.With(outlet)),
            after: instruction
        );
        return adoption;
    }
}
