using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Consultations.Conclusions;
using SupervisionBot.Core.Consultations.Exported;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

internal static class Registration
{
    public static IServiceCollection AddConsultations(this IServiceCollection services) =>
        services
            .AddUseCase<StartConsultation, ConsultationStarted, StartConsultation.Handler>()
            .AddUseCase<ReleaseConsultation, ConsultationReleased, ReleaseConsultation.Handler>()
            .AddUseCase<ReleaseOnBehalf, ConsultationReleased, ReleaseOnBehalf.Handler>()
            .AddUseCase<RevokeRelease, ReleaseRevoked, RevokeRelease.Handler>()
            .AddUseCase<SendBackConsultation, ConsultationSentBack, SendBackConsultation.Handler>()
            .AddUseCase<AmendConsultation, ConsultationAmended, AmendConsultation.Handler>()
            .AddUseCase<AddMaterial, MaterialAdded, AddMaterial.Handler>()
            .AddUseCase<AdmitConsultation, ConsultationAdmitted, AdmitConsultation.Handler>()
            .AddUseCase<ConvertToOrder, ConsultationConverted, ConvertToOrder.Handler>()
            .AddUseCase<ReturnForCompletion, ConsultationReturned, ReturnForCompletion.Handler>()
            .AddUseCase<CompleteConsultation, ConsultationCompleted, CompleteConsultation.Handler>()
            .AddUseCase<GiveView, ViewGiven, GiveView.Handler>()
            .AddUseCase<EnterView, ViewGiven, EnterView.Handler>()
            .AddUseCase<ConcludeInWriting, ConsultationConcluded, ConcludeInWriting.Handler>()
            .AddSingleton<IOccurrenceStep, CompileConclusion>()
            .AddUseCase<CancelConsultation, ConsultationCancelled, CancelConsultation.Handler>()
            .AddSingleton<IExportList, ConsultationExport>();
}
