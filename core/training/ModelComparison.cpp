#include "core/training/ModelComparison.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <map>

namespace foretrail {
namespace {

struct ModelComparisonText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ModelComparison)
};

/// Losses over the whole horizon of both models, by fold.
using FoldLosses = std::map<int, std::pair<double, double>>;

std::map<QString, FoldLosses> lossesOf(const QList<BacktestScore> &scores, const QString &first, const QString &second, double Metrics::*loss)
{
    std::map<QString, FoldLosses> bySeries;
    for (const BacktestScore &score : scores) {
        if (score.h != 0 || (score.model != first && score.model != second))
            continue;
        auto &losses = bySeries[score.series].try_emplace(score.fold, missing, missing).first->second;
        (score.model == first ? losses.first : losses.second) = score.metrics.*loss;
    }
    return bySeries;
}

bool hasLoss(const std::map<QString, FoldLosses> &bySeries)
{
    for (const auto &[series, folds] : bySeries)
        for (const auto &[fold, losses] : folds)
            if (std::isfinite(losses.first - losses.second))
                return true;
    return false;
}

QString withP(double p)
{
    return p < 0.005 ? ModelComparisonText::tr("p < 0.01") : ModelComparisonText::tr("p = %1").arg(QLocale().toString(p, 'f', 2));
}

} // namespace

LossComparison compareModels(const QList<BacktestScore> &scores, const QString &first, const QString &second, int overlap, quint64 seed)
{
    std::map<QString, FoldLosses> bySeries = lossesOf(scores, first, second, &Metrics::mase);
    if (bySeries.size() == 1 && !hasLoss(bySeries))
        bySeries = lossesOf(scores, first, second, &Metrics::mae);
    std::vector<std::vector<double>> differences;
    for (const auto &[series, folds] : bySeries) {
        std::vector<double> row;
        for (const auto &[fold, losses] : folds)
            row.push_back(losses.first - losses.second);
        differences.push_back(std::move(row));
    }
    return compareLosses(differences, overlap, seed);
}

QString pairSentence(const BacktestReport &report, const QString &first, const QString &second, const LossComparison &comparison)
{
    const Metrics ours = report.byModel.value(first), theirs = report.byModel.value(second);
    const bool isScaled = !std::isnan(ours.mase) && !std::isnan(theirs.mase);
    const QLocale locale;
    const auto number = [&](double value) { return isScaled ? locale.toString(value, 'f', 3) : locale.toString(value, 'g', 4); };
    const QString errors = ModelComparisonText::tr("%1 %2 v %3", "error: of the first, of the second")
        .arg(isScaled ? QStringLiteral("MASE") : QStringLiteral("MAE"), number(isScaled ? ours.mase : ours.mae), number(isScaled ? theirs.mase : theirs.mae));
    if (std::isnan(comparison.pValue))
        return ModelComparisonText::tr("Too few series and folds to tell %1 from %2 (%3).", "two models").arg(first, second, errors);
    const QString figures = ModelComparisonText::tr("%1, %2", "errors, p-value").arg(errors, withP(comparison.pValue));
    if (comparison.isBetter())
        return ModelComparisonText::tr("%1 is closer than %2 (%3).", "two models").arg(first, second, figures);
    if (comparison.isWorse())
        return ModelComparisonText::tr("%1 is further off than %2 (%3).", "two models").arg(first, second, figures);
    return ModelComparisonText::tr("%1 and %2 do not differ clearly (%3).", "two models").arg(first, second, figures);
}

} // namespace foretrail
