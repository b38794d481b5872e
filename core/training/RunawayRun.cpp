#include "core/training/RunawayRun.h"

#include "core/base/JsonNumber.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace foretrail {

namespace {

struct RunawayRunText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RunawayRun)
};

constexpr auto runawayKey = "ranAway";

} // namespace

void keepRunaway(RunSummary &run, const Runaway &runaway)
{
    run.metrics.insert(QLatin1String(runawayKey), QJsonObject{{QStringLiteral("epoch"), runaway.epoch}, {QStringLiteral("learningRate"), jsonNumber(runaway.rate)},
                                               {QStringLiteral("timesFirstLoss"), jsonNumber(runaway.times)}, {QStringLiteral("keptEpoch"), runaway.kept}});
}

std::optional<Runaway> runawayOf(const RunSummary &run)
{
    const QJsonObject json = run.metrics.value(QLatin1String(runawayKey)).toObject();
    if (json.isEmpty())
        return {};
    return Runaway{json.value(u"epoch").toInt(), json.value(u"learningRate").toDouble(missing), json.value(u"timesFirstLoss").toDouble(missing),
                   json.value(u"keptEpoch").toInt()};
}

QString runawaySentence(const Runaway &runaway)
{
    const QLocale locale;
    const QString epoch = locale.toString(runaway.epoch), rate = locale.toString(runaway.rate, 'g', 3), times = locale.toString(std::round(runaway.times), 'f', 0);
    QStringList told;
    if (runaway.epoch == 0)
        told += RunawayRunText::tr("At a learning rate of %1 it learnt nothing: even after its best epoch the loss is %2 times that of a network before its first.").arg(rate, times);
    else if (std::isnan(runaway.times))
        told += RunawayRunText::tr("It ran away in epoch %1 at a learning rate of %2: its loss was no number any more.").arg(epoch, rate);
    else
        told += RunawayRunText::tr("It ran away in epoch %1 at a learning rate of %2: its loss rose to %3 times that of a network before its first.").arg(epoch, rate, times);
    if (runaway.epoch > 0)
        told += runaway.kept > 0 ? RunawayRunText::tr("Kept is what it knew after epoch %1.").arg(locale.toString(runaway.kept))
                                 : RunawayRunText::tr("Kept is what it was before it learnt anything.");
    told += RunawayRunText::tr("Try a smaller rate, %1 for one.").arg(locale.toString(calmerRate(runaway.rate), 'g', 2));
    return told.join(QLatin1Char(' '));
}

} // namespace foretrail
