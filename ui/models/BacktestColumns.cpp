#include "ui/models/BacktestColumns.h"

#include "ui/charts/Ticks.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {

namespace {

struct BacktestColumnsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::BacktestColumns)
};

double Metrics::*memberOf(BacktestColumn column)
{
    switch (column) {
    case BacktestColumn::Wape: return &Metrics::wape;
    case BacktestColumn::Skill: return &Metrics::skill;
    case BacktestColumn::Mase: return &Metrics::mase;
    case BacktestColumn::Mae: return &Metrics::mae;
    case BacktestColumn::Rmse: return &Metrics::rmse;
    case BacktestColumn::Smape: return &Metrics::smape;
    case BacktestColumn::Rmsse: return &Metrics::rmsse;
    case BacktestColumn::Bias: return &Metrics::bias;
    case BacktestColumn::Coverage80: return &Metrics::coverage80;
    case BacktestColumn::Coverage95: return &Metrics::coverage95;
    case BacktestColumn::Msis: return &Metrics::msis95;
    case BacktestColumn::BetterShare:
    case BacktestColumn::PValue: break;
    }
    return nullptr;
}

bool isShare(BacktestColumn column)
{
    switch (column) {
    case BacktestColumn::Wape:
    case BacktestColumn::Skill:
    case BacktestColumn::BetterShare:
    case BacktestColumn::Bias:
    case BacktestColumn::Coverage80:
    case BacktestColumn::Coverage95: return true;
    default: return false;
    }
}

QString pText(double p)
{
    return p < 0.005 ? BacktestColumnsText::tr("< %1").arg(QLocale().toString(0.01, 'f', 2)) : QLocale().toString(p, 'f', 2);
}

} // namespace

QString backtestColumnTitle(BacktestColumn column, const QString &unit)
{
    const bool isInUnit = column == BacktestColumn::Mae || column == BacktestColumn::Rmse;
    const QString shown = isShare(column) || column == BacktestColumn::Smape ? QStringLiteral("%") : isInUnit ? unit : QString();
    const QString name = backtestColumnName(column);
    return shown.isEmpty() ? name : BacktestColumnsText::tr("%1, %2", "metric, unit: MAE, EUR").arg(name, shown);
}

QString backtestColumnName(BacktestColumn column)
{
    switch (column) {
    case BacktestColumn::Wape: return BacktestColumnsText::tr("WAPE");
    case BacktestColumn::Skill: return BacktestColumnsText::tr("Skill");
    case BacktestColumn::BetterShare: return BacktestColumnsText::tr("Better on");
    case BacktestColumn::PValue: return BacktestColumnsText::tr("p");
    case BacktestColumn::Mase: return BacktestColumnsText::tr("MASE");
    case BacktestColumn::Mae: return BacktestColumnsText::tr("MAE");
    case BacktestColumn::Rmse: return BacktestColumnsText::tr("RMSE");
    case BacktestColumn::Smape: return BacktestColumnsText::tr("sMAPE");
    case BacktestColumn::Rmsse: return BacktestColumnsText::tr("RMSSE");
    case BacktestColumn::Bias: return BacktestColumnsText::tr("Bias");
    case BacktestColumn::Coverage80: return BacktestColumnsText::tr("80 % band");
    case BacktestColumn::Coverage95: return BacktestColumnsText::tr("95 % band");
    case BacktestColumn::Msis: return BacktestColumnsText::tr("MSIS");
    }
    return {};
}

QString backtestColumnHelp(BacktestColumn column)
{
    switch (column) {
    case BacktestColumn::Wape: return BacktestColumnsText::tr("Sum of absolute errors over the sum of what happened: the smaller the better");
    case BacktestColumn::Skill: return BacktestColumnsText::tr("How much smaller the mean absolute error is than the baseline's: 0 is as good, 100 exact, below 0 worse");
    case BacktestColumn::BetterShare: return BacktestColumnsText::tr("Share of the series on which the model comes closer than the baseline");
    case BacktestColumn::PValue: return BacktestColumnsText::tr("How often chance alone brings about such a difference from the baseline: up to 0.05 it counts as clear");
    case BacktestColumn::Mase: return BacktestColumnsText::tr("Mean absolute error over that of repeating the last season inside the learning part: below 1 is closer than that");
    case BacktestColumn::Mae: return BacktestColumnsText::tr("Mean absolute error, in the unit of the series: the smaller the better");
    case BacktestColumn::Rmse: return BacktestColumnsText::tr("Root of the mean squared error, in the unit of the series: large errors weigh more");
    case BacktestColumn::Smape: return BacktestColumnsText::tr("Mean of the absolute error over the middle between forecast and what happened: 0 is exact, 200 the worst");
    case BacktestColumn::Rmsse: return BacktestColumnsText::tr("Root of the mean squared error over that of repeating the last value inside the learning part: the smaller the better");
    case BacktestColumn::Bias: return BacktestColumnsText::tr("Sum of the errors over the sum of what happened: above 0 more happened than was forecast");
    case BacktestColumn::Coverage80: return BacktestColumnsText::tr("Share of what happened inside the 80 % band, beside the 80 % promised: the nearer the better");
    case BacktestColumn::Coverage95: return BacktestColumnsText::tr("Share of what happened inside the 95 % band, beside the 95 % promised: the nearer the better");
    case BacktestColumn::Msis: return BacktestColumnsText::tr("Mean width of the 95 % band with a penalty for what lies outside, over the scale of MASE: the smaller the better");
    }
    return {};
}

double backtestValue(const Metrics &metrics, BacktestColumn column)
{
    const auto member = memberOf(column);
    return member ? metrics.*member : missing;
}

double backtestValue(const BacktestReport &report, const QString &model, BacktestColumn column)
{
    const LossComparison comparison = report.comparisons.value(model);
    if (column == BacktestColumn::BetterShare)
        return comparison.betterShare;
    return column == BacktestColumn::PValue ? comparison.pValue : backtestValue(report.byModel.value(model), column);
}

double drawnBacktestValue(const Metrics &metrics, BacktestColumn column)
{
    return (isShare(column) ? 100 : 1) * backtestValue(metrics, column);
}

QString backtestText(double value, BacktestColumn column)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const QLocale locale;
    switch (column) {
    case BacktestColumn::PValue: return pText(value);
    case BacktestColumn::Mae:
    case BacktestColumn::Rmse: return plainNumber(value);
    case BacktestColumn::Coverage80:
    case BacktestColumn::Coverage95:
        return BacktestColumnsText::tr("%1 of %2", "share achieved, share promised").arg(locale.toString(100 * value, 'f', 1), locale.toString(column == BacktestColumn::Coverage80 ? 80 : 95));
    case BacktestColumn::BetterShare: return locale.toString(100 * value, 'f', 0);
    case BacktestColumn::Smape: return locale.toString(value, 'f', 1);
    default: return isShare(column) ? locale.toString(100 * value, 'f', 1) : locale.toString(value, 'f', 2);
    }
}

double backtestDistance(double value, BacktestColumn column)
{
    switch (column) {
    case BacktestColumn::PValue: return missing;
    case BacktestColumn::Skill:
    case BacktestColumn::BetterShare: return 1 - value;
    case BacktestColumn::Bias: return std::abs(value);
    case BacktestColumn::Coverage80: return std::abs(value - 0.80);
    case BacktestColumn::Coverage95: return std::abs(value - 0.95);
    default: return value;
    }
}

QList<BacktestColumn> drawnBacktestColumns()
{
    return {BacktestColumn::Wape, BacktestColumn::Mase, BacktestColumn::Mae, BacktestColumn::Rmse, BacktestColumn::Smape,
            BacktestColumn::Rmsse, BacktestColumn::Bias, BacktestColumn::Coverage80, BacktestColumn::Coverage95, BacktestColumn::Msis};
}

} // namespace foretrail
