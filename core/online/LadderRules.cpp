#include "core/online/LadderRules.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace foretrail {

namespace {

struct LadderText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UpdateLadder)
};

constexpr std::array rungs{RungKind::Roll, RungKind::Rls, RungKind::FineTune, RungKind::Refit};
constexpr std::array schedules{UpdateSchedule::EachStep, UpdateSchedule::Daily, UpdateSchedule::Weekly, UpdateSchedule::OnDrift};
constexpr WallMs dayMs = 86'400'000;

template<class Kind, size_t n, class Name>
Result<Kind> fromName(const QString &wanted, const std::array<Kind, n> &kinds, Name name)
{
    QStringList known;
    for (const Kind kind : kinds) {
        if (name(kind) == wanted)
            return kind;
        known << name(kind);
    }
    return fail(ErrorCode::InvalidInput, LadderText::tr("There is no %1. There are: %2.").arg(wanted, known.join(QStringLiteral(", "))));
}

bool isDue(const LadderSituation &situation, const LadderSettings &settings)
{
    if (situation.newSteps <= 0)
        return false;
    const WallMs passed = situation.now - situation.updated;
    const bool hasDays = situation.step != Step::None;
    switch (settings.schedule) {
    case UpdateSchedule::EachStep: return true;
    case UpdateSchedule::Daily: return !hasDays || passed >= dayMs;
    case UpdateSchedule::Weekly: return !hasDays || passed >= 7 * dayMs;
    case UpdateSchedule::OnDrift: return situation.score >= settings.warningScore;
    }
    return false;
}

QString notDueWords(const LadderSituation &situation, const LadderSettings &settings)
{
    if (situation.newSteps <= 0)
        return LadderText::tr("No step has closed since the last update.");
    if (settings.schedule == UpdateSchedule::OnDrift)
        return LadderText::tr("No sign of drift.");
    return LadderText::tr("Not due yet: the schedule is %1.").arg(updateScheduleName(settings.schedule));
}

/// "Drift (score 1.40): level up since 3 May."
QString signWords(const QString &sign, const LadderSituation &situation)
{
    const QString scored = LadderText::tr("%1 (score %2)", "a word, number").arg(sign, QLocale().toString(situation.score, 'f', 2));
    return situation.reason.isEmpty() ? scored + QLatin1Char('.') : QStringLiteral("%1: %2").arg(scored, situation.reason);
}

bool hasStayed(const LadderSituation &situation)
{
    return situation.last && *situation.last != RungKind::Roll && situation.newSteps <= situation.staysFor;
}

LadderChoice onWarning(const LadderSituation &situation)
{
    const QString sign = signWords(LadderText::tr("Warning"), situation);
    if (situation.gentle)
        return {*situation.gentle, true, LadderText::tr("%1 The coefficients follow a little.").arg(sign)};
    return {RungKind::Roll, true, LadderText::tr("%1 This model has nothing between rolling and a refit.").arg(sign)};
}

LadderChoice onDrift(const LadderSituation &situation)
{
    const QString sign = signWords(LadderText::tr("Drift"), situation);
    if (hasStayed(situation))
        return {RungKind::Refit, true, LadderText::tr("%1 It stayed after %2.").arg(sign, rungName(*situation.last))};
    if (situation.gentle)
        return {*situation.gentle, true, LadderText::tr("%1 The next rung up.").arg(sign)};
    return {RungKind::Refit, true, LadderText::tr("%1 The next rung up: this model has nothing before a refit.").arg(sign)};
}

} // namespace

QString rungName(RungKind rung)
{
    switch (rung) {
    case RungKind::Roll: return QStringLiteral("roll");
    case RungKind::Rls: return QStringLiteral("rls");
    case RungKind::FineTune: return QStringLiteral("fine-tune");
    case RungKind::Refit: return QStringLiteral("refit");
    }
    return {};
}

Result<RungKind> rungFromName(const QString &name) { return fromName(name, rungs, rungName); }

QString updateScheduleName(UpdateSchedule schedule)
{
    switch (schedule) {
    case UpdateSchedule::EachStep: return QStringLiteral("step");
    case UpdateSchedule::Daily: return QStringLiteral("daily");
    case UpdateSchedule::Weekly: return QStringLiteral("weekly");
    case UpdateSchedule::OnDrift: return QStringLiteral("drift");
    }
    return {};
}

Result<UpdateSchedule> updateScheduleFromName(const QString &name) { return fromName(name, schedules, updateScheduleName); }

LadderChoice chooseRung(const LadderSituation &situation, const LadderSettings &settings)
{
    if (!isDue(situation, settings))
        return {RungKind::Roll, false, notDueWords(situation, settings)};
    if (situation.score >= settings.driftScore)
        return onDrift(situation);
    if (situation.score >= settings.warningScore)
        return onWarning(situation);
    return {RungKind::Roll, true, LadderText::tr("Errors are as ever (drift score %1).").arg(QLocale().toString(situation.score, 'f', 2))};
}

} // namespace foretrail
