#include "core/online/LadderRules.h"

#include "core/online/NamedKinds.h"

#include <QLocale>

namespace foretrail {

namespace {

struct LadderText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UpdateLadder)
};

constexpr std::array rungs{RungKind::Roll, RungKind::Rls, RungKind::FineTune, RungKind::Refit};

QString notDueWords(const LadderSituation &situation, const LadderSettings &settings)
{
    if (situation.newSteps <= 0)
        return LadderText::tr("No step has closed since the last update.");
    if (settings.schedule == UpdateSchedule::OnDrift)
        return LadderText::tr("No sign of drift (score %1).").arg(QLocale().toString(situation.score, 'f', 2));
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
        return {RungKind::Refit, true, LadderText::tr("%1 It stayed after %2.").arg(sign, rungWords(*situation.last))};
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

Result<RungKind> rungFromName(const QString &name) { return kindFromName(name, rungs, rungName); }

QString rungWords(RungKind rung)
{
    switch (rung) {
    case RungKind::Roll: return LadderText::tr("ask with newer data (roll)");
    case RungKind::Rls: return LadderText::tr("let coefficients go on (rls)");
    case RungKind::FineTune: return LadderText::tr("train a little more (fine-tune)");
    case RungKind::Refit: return LadderText::tr("learn anew (refit)");
    }
    return {};
}

QString rungWords(const QString &name)
{
    const Result<RungKind> rung = rungFromName(name);
    return rung ? rungWords(*rung) : name;
}

LadderChoice chooseRung(const LadderSituation &situation, const LadderSettings &settings)
{
    const UpdateMoment moment{situation.step, situation.newSteps, situation.updated, situation.now, situation.score};
    if (!isUpdateDue(settings.schedule, moment, settings.warningScore))
        return {RungKind::Roll, false, notDueWords(situation, settings)};
    if (situation.score >= settings.driftScore)
        return onDrift(situation);
    if (situation.score >= settings.warningScore)
        return onWarning(situation);
    return {RungKind::Roll, true, LadderText::tr("Errors are as ever (drift score %1).").arg(QLocale().toString(situation.score, 'f', 2))};
}

} // namespace foretrail
