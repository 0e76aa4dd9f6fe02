using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.Consultations;

/// <summary>How written views are called and read out.</summary>
public static class ViewWords
{
    /// <summary>我局意见 for a bureau, 我单位意见 for others.</summary>
    public static string Label(ViewKind kind, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var we = unit.ShortName.EndsWith('局') ? Texts.WeBureau : Texts.WeUnit;
        return kind switch
        {
            ViewKind.Own => Texts.ViewOwn.With(we),
            ViewKind.NotOurs => Texts.ViewNotOurs.With(we),
            ViewKind.None => Texts.ViewNone,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
    }

    /// <summary>A view as others read it: 由市水务局查处。依据：水法第三十九条</summary>
    public static string Whole(InvitedUnit invited)
    {
        ArgumentNullException.ThrowIfNull(invited);
        var lead = invited.ViewKind switch
        {
            ViewKind.NotOurs => Texts.ViewReadNotOurs,
            ViewKind.None => Texts.ViewNone,
            _ => null,
        };
        var basis = invited.ViewBasis is { } given ? Texts.ViewBasisIs.With(given) : null;
        return string.Join('。', new[] { lead, invited.ViewText?.TrimEnd('。'), basis }.OfType<string>().Distinct(StringComparer.Ordinal));
    }
}
