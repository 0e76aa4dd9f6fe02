using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SupervisionBot.Core.Persistence;

/// <summary>Instants are stored as UTC cut to milliseconds on both databases: SQLite cannot order offsets, Npgsql refuses any offset but zero.</summary>
internal sealed class UtcMilliseconds()
    : ValueConverter<DateTimeOffset, DateTime>(
        instant => new DateTime(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    );
