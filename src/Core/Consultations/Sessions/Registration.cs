using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

internal static class Registration
{
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services
            .AddUseCase<ScheduleSession, SessionScheduled, ScheduleSession.Handler>()
            .AddUseCase<AddToSession, SessionScheduled, AddToSession.Handler>()
            .AddUseCase<AnswerInvitation, InvitationAnswered, AnswerInvitation.Handler>()
            .AddUseCase<RescheduleSession, SessionScheduled, RescheduleSession.Handler>()
            .AddUseCase<CancelSession, SessionEnded, CancelSession.Handler>()
            .AddUseCase<ArrangeAgenda, AgendaArranged, ArrangeAgenda.Handler>()
            .AddUseCase<SendAgenda, AgendaSent, SendAgenda.Handler>()
            .AddUseCase<OpenSession, SessionOpened, OpenSession.Handler>()
            .AddUseCase<RecordSession, SessionRecorded, RecordSession.Handler>()
            .AddUseCase<EndSession, SessionEnded, EndSession.Handler>()
            .AddSingleton<SessionReminders>()
            .AddSingleton<DayBeforeSession>()
            .AddSingleton<IOccurrenceStep>(provider => provider.GetRequiredService<DayBeforeSession>())
            .AddSingleton<IDigestLines>(provider => provider.GetRequiredService<DayBeforeSession>())
            .AddSingleton<IOccurrenceStep, HourBeforeSession>()
            .AddSingleton<IOccurrenceStep, SessionEndCheck>()
            .AddSingleton<IOccurrenceStep, CompileMinutes>();
}
