#include "ui/models/BacktestModel.h"

#include "core/training/Experiment.h"
#include "ui/theme/Theme.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

void BacktestModel::setFindings(const BacktestFindings &findings)
{
    beginResetModel();
    m_findings = findings;
    m_models = findings.isEmpty() ? QStringList() : findings.models();
    endResetModel();
}

void BacktestModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, backtestColumns - 1);
    if (m_models.isEmpty())
        return;
    Q_EMIT headerDataChanged(Qt::Vertical, 0, int(m_models.size()) - 1);
    Q_EMIT dataChanged(index(0, 0), index(int(m_models.size()) - 1, backtestColumns - 1));
}

int BacktestModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_models.size()); }

int BacktestModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : backtestColumns; }

double BacktestModel::value(int row, BacktestColumn column) const
{
    return backtestValue(m_findings.report, m_models.value(row), column);
}

/// Alone a value is no best one; several may be as good.
bool BacktestModel::isBest(int row, BacktestColumn column) const
{
    const double ours = backtestDistance(value(row, column), column);
    if (!std::isfinite(ours))
        return false;
    int known = 0;
    for (int other = 0; other < m_models.size(); ++other) {
        const double theirs = backtestDistance(value(other, column), column);
        known += std::isfinite(theirs) ? 1 : 0;
        if (theirs < ours)
            return false;
    }
    return known > 1;
}

QString BacktestModel::toolTip(int row, BacktestColumn column) const
{
    QStringList lines{backtestColumnHelp(column)};
    if (isBest(row, column))
        lines << tr("The best of this column");
    const QString sentence = backtestSentence(m_findings.report, m_models.value(row));
    if (m_models.value(row) != m_findings.report.baseline && !sentence.isEmpty())
        lines << tr("%1: %2", "model: how it did").arg(m_models.value(row), sentence);
    return lines.join(QLatin1Char('\n'));
}

QVariant BacktestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const auto column = BacktestColumn(index.column());
    const QString text = backtestText(value(row, column), column);
    switch (role) {
    case Qt::DisplayRole: return isBest(row, column) ? QStringLiteral("★ ") + text : text;
    case Qt::AccessibleTextRole: return isBest(row, column) ? tr("%1, the best", "a number").arg(text) : text;
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: return toolTip(row, column);
    case Qt::FontRole: {
        QFont font = Theme::tableFont();
        font.setBold(isBest(row, column));
        return font;
    }
    case SortRole: return value(row, column);
    case ModelRole: return m_models.value(row);
    case BestRole: return isBest(row, column);
    default: return {};
    }
}

QVariant BacktestModel::modelHeader(int row, int role) const
{
    const QString name = m_models.value(row);
    const bool isBaseline = name == m_findings.report.baseline;
    if (role == Qt::DisplayRole)
        return isBaseline ? tr("%1 (baseline)").arg(name) : name;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    const ModelInfo *info = modelRegistry().find(name);
    return role == Qt::ToolTipRole && info ? QVariant(tr("%1: %2", "title of a model: its explanation").arg(info->title, info->explanation)) : QVariant();
}

QVariant BacktestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return modelHeader(section, role);
    if (section < 0 || section >= backtestColumns)
        return {};
    const auto column = BacktestColumn(section);
    switch (role) {
    case Qt::DisplayRole: return backtestColumnTitle(column, m_findings.unit);
    case Qt::ToolTipRole: return backtestColumnHelp(column);
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace foretrail
