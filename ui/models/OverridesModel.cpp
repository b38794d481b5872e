#include "ui/models/OverridesModel.h"

#include "ui/charts/Ticks.h"

#include <QDateTime>
#include <QFont>

namespace foretrail {

namespace {

std::optional<OverrideLayer> layerOf(int column)
{
    if (column == OverridesModel::Analyst)
        return OverrideLayer::Analyst;
    return column == OverridesModel::Manager ? std::optional(OverrideLayer::Manager) : std::nullopt;
}

/// The year of a day is told by the tip.
QString timeText(const TimeAxis &axis, qint64 index)
{
    if (axis.step != Step::Day)
        return stepText(axis, index);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(axis.timeAt(index), Qt::UTC).date(), QStringLiteral("ddd ")) + shortStepText(axis, index);
}

const std::optional<Override> &uppermost(const AdjustedStep &step)
{
    return step.overrides[1] ? step.overrides[1] : step.overrides[0];
}

} // namespace

OverridesModel::OverridesModel(OverrideDraft &draft, QObject *parent) : QAbstractTableModel(parent), m_draft(draft)
{
    connect(&draft, &OverrideDraft::changed, this, &OverridesModel::follow);
}

/// A changed cell must not move the person's selection, so the rows are only made anew where there are others.
void OverridesModel::follow()
{
    const int rows = int(m_draft.forecast().steps.size());
    if (rows == m_rows) {
        if (rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnTotal - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int OverridesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }
int OverridesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columnTotal; }

QString OverridesModel::text(const AdjustedStep &step, int row, int column) const
{
    if (const auto layer = layerOf(column)) {
        const auto &one = step.overrides[size_t(*layer)];
        return one ? overrideText(one->kind, one->amount, QLocale()) : QString();
    }
    switch (column) {
    case Time: return timeText(m_draft.axis(), m_draft.origin() + row);
    case Model: return plainNumber(step.forecast);
    case Adjusted: return step.isAdjusted() ? plainNumber(step.adjusted()) : QString();
    case Reason: return uppermost(step) ? uppermost(step)->reason : QString();
    default: return {};
    }
}

QString OverridesModel::tip(const AdjustedStep &step, int column) const
{
    const auto layer = layerOf(column);
    if (!layer)
        return column == Reason && uppermost(step) ? uppermost(step)->reason : QString();
    const auto &one = step.overrides[size_t(*layer)];
    if (!one)
        return tr("A value (120), per cent (+10 %) or so much more or less (+3, -3); empty takes it away");
    const QString made = tr("Made on %1 of %2 by %3").arg(QLocale().toString(one->created.toLocalTime(), QLocale::ShortFormat), plainNumber(one->beneath), one->model);
    return step.hasMoved() ? tr("%1. The forecast beneath is %2 now.").arg(made, plainNumber(step.beneath(*layer))) : made;
}

QVariant OverridesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AdjustedStep &step = m_draft.forecast().steps.at(size_t(index.row()));
    if (role == Qt::EditRole)
        return text(step, index.row(), index.column());
    if (role == Qt::DisplayRole) {
        const QString shown = text(step, index.row(), index.column());
        return layerOf(index.column()) && !shown.isEmpty() && step.hasMoved() ? tr("%1 (old)", "+10 % (old): made on an earlier forecast").arg(shown) : shown;
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Time ? stepText(m_draft.axis(), m_draft.origin() + index.row()) : tip(step, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Time || index.column() == Reason ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::FontRole && index.column() == Adjusted) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

bool OverridesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const QString typed = value.toString().trimmed();
    if (index.column() == Reason) {
        m_draft.setReason(index.row(), typed);
        return true;
    }
    const auto layer = layerOf(index.column());
    if (!layer || typed == text(m_draft.forecast().steps.at(size_t(index.row())), index.row(), index.column()))
        return false;
    if (typed.isEmpty()) {
        m_draft.correct(*layer, {{index.row(), {}}}, {});
        return true;
    }
    const Result<TypedOverride> correction = typedOverride(typed, QLocale());
    if (!correction) {
        Q_EMIT refused(correction.error().message);
        return false;
    }
    m_draft.correct(*layer, {{index.row(), *correction}}, m_newReason);
    return true;
}

Qt::ItemFlags OverridesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool hasReason = m_draft.forecast().steps.at(size_t(index.row())).isAdjusted();
    if (layerOf(index.column()) || (index.column() == Reason && hasReason))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant OverridesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Time || section == Reason ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Time"), tr("Forecast"), tr("Analyst"), tr("Manager"), tr("Adjusted"), tr("Reason")};
    return titles.value(section);
}

} // namespace foretrail
