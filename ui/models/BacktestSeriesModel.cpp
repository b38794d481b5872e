#include "ui/models/BacktestSeriesModel.h"

#include "ui/models/BacktestColumns.h"
#include "ui/theme/Theme.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double sameError = 1e-9; ///< share by which equal errors may differ

QStringList winnersOf(const QStringList &models, const QHash<QString, BacktestGroup> &byModel)
{
    double best = HUGE_VAL;
    for (const BacktestGroup &group : byModel)
        best = std::isnan(group.metrics.mae) ? best : std::min(best, group.metrics.mae);
    QStringList winners;
    for (const QString &model : models)
        if (byModel.value(model).metrics.mae <= best * (1 + sameError))
            winners << model;
    return winners;
}

bool isTextual(BacktestSeriesModel::Column column)
{
    return column == BacktestSeriesModel::Column::Series || column == BacktestSeriesModel::Column::Winner;
}

BacktestColumn metricBehind(BacktestSeriesModel::Column column)
{
    switch (column) {
    case BacktestSeriesModel::Column::Mase: return BacktestColumn::Mase;
    case BacktestSeriesModel::Column::Skill: return BacktestColumn::Skill;
    case BacktestSeriesModel::Column::PValue: return BacktestColumn::PValue;
    default: return BacktestColumn::Wape;
    }
}

} // namespace

QList<SeriesWinner> seriesWinners(const BacktestFindings &findings)
{
    QStringList order;
    QHash<QString, QHash<QString, BacktestGroup>> bySeries;
    for (const BacktestGroup &group : findings.report.tables.bySeries) {
        if (!bySeries.contains(group.name))
            order << group.name;
        bySeries[group.name].insert(group.model, group);
    }
    QList<SeriesWinner> winners;
    for (const QString &key : std::as_const(order))
        if (const QStringList models = winnersOf(findings.models(), bySeries.value(key)); !models.isEmpty())
            winners.append({key, models});
    return winners;
}

void BacktestSeriesModel::setFindings(const BacktestFindings &findings)
{
    beginResetModel();
    m_findings = findings;
    m_rows.clear();
    for (const BacktestGroup &group : findings.report.tables.bySeries) {
        if (m_rows.isEmpty() || m_rows.back().key != group.name)
            m_rows.append({group.name, {}, {}});
        m_rows.back().byModel.insert(group.model, group); // clazy:exclude=detaching-member : written to
    }
    for (Row &row : m_rows)
        row.winners = winnersOf(findings.models(), row.byModel);
    if (!findings.isEmpty() && !findings.models().contains(m_model))
        m_model = findings.models().constFirst();
    endResetModel();
}

void BacktestSeriesModel::setModel(const QString &model)
{
    m_model = model;
    retranslate();
}

void BacktestSeriesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
}

bool BacktestSeriesModel::hasPValues() const
{
    const QList<BacktestGroup> &groups = m_findings.report.tables.bySeries;
    return std::any_of(groups.begin(), groups.end(), [](const BacktestGroup &group) { return !std::isnan(group.pValue); });
}

int BacktestSeriesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int BacktestSeriesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

double BacktestSeriesModel::number(const Row &row, Column column) const
{
    if (column == Column::PValue)
        return row.byModel.value(m_model).pValue;
    const QString model = column == Column::WinnerWape ? row.winners.value(0) : column == Column::BaselineWape ? m_findings.report.baseline : m_model;
    return backtestValue(row.byModel.value(model).metrics, metricBehind(column));
}

QString BacktestSeriesModel::text(const Row &row, Column column) const
{
    if (column == Column::Series)
        return m_findings.nameOf(row.key);
    if (column == Column::Winner)
        return row.winners.isEmpty() ? QStringLiteral("–") : row.winners.join(tr(", ", "between models that are equally good"));
    return backtestText(number(row, column), metricBehind(column));
}

QVariant BacktestSeriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole: return int((isTextual(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole: return column == Column::Series ? QVariant(Theme::colors().accentText) : QVariant();
    case Qt::ToolTipRole: return column == Column::Series ? tr("Show the forecast of %1").arg(text(row, column)) : text(row, column);
    case SortRole: return isTextual(column) ? QVariant(text(row, column)) : QVariant(number(row, column));
    case KeyRole: return row.key;
    case WinnerRole: return row.winners.value(0);
    default: return {};
    }
}

QVariant BacktestSeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((isTextual(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Winner)
        return tr("The model with the smallest mean absolute error on this series");
    if (role == Qt::ToolTipRole && column == Column::BaselineWape)
        return tr("WAPE of the baseline, %1").arg(m_findings.report.baseline);
    if (role == Qt::ToolTipRole && !isTextual(column))
        return backtestColumnHelp(metricBehind(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Series: return tr("Series");
    case Column::Winner: return tr("Best model");
    case Column::WinnerWape: return tr("WAPE, %");
    case Column::BaselineWape: return tr("Baseline, %");
    default: return backtestColumnTitle(metricBehind(column), {});
    }
}

} // namespace foretrail
