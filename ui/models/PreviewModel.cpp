#include "ui/models/PreviewModel.h"

#include "ui/theme/Theme.h"

#include <algorithm>

namespace foretrail {

namespace {

bool isNumber(Role role)
{
    return role == Role::Quantity || role == Role::Price || role == Role::Amount || role == Role::Value || role == Role::Position;
}

} // namespace

void PreviewModel::setPreview(const ImportPreview &preview)
{
    const bool isSameShape = preview.rows.size() == m_preview.rows.size() && preview.header == m_preview.header;
    if (!isSameShape) {
        beginResetModel();
        take(preview);
        endResetModel();
        return;
    }
    take(preview);
    setRaw(m_isRaw);
}

void PreviewModel::take(const ImportPreview &preview)
{
    m_preview = preview;
    m_problems.clear();
    for (const ImportPreview::Problem &problem : preview.problems)
        m_problems.insert({problem.row, std::max(0, problem.column)}, problem.reason);
}

void PreviewModel::setRaw(bool isRaw)
{
    m_isRaw = isRaw;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.header.size());
}

foretrail::Role PreviewModel::roleOf(int column) const
{
    return column < m_preview.plan.columns.size() ? m_preview.plan.columns.at(column).role : foretrail::Role::Ignore;
}

QString PreviewModel::text(const QModelIndex &index) const
{
    const QString raw = m_preview.rows.at(index.row()).value(index.column());
    // What cannot be stored is shown as the file has it, so that a person sees what is wrong.
    if (m_isRaw || !problem(index).isEmpty() || index.row() >= m_preview.parsed.size())
        return raw;
    return m_preview.parsed.at(index.row()).value(index.column());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString reason = problem(index);
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::ToolTipRole: return reason.isEmpty() ? text(index) : reason;
    case Qt::AccessibleTextRole: return reason.isEmpty() ? text(index) : tr("%1, problem: %2").arg(text(index), reason);
    case Qt::DecorationRole: return reason.isEmpty() ? QVariant() : QVariant(Theme::icon(QStringLiteral("warning")));
    case Qt::TextAlignmentRole:
        return int((isNumber(roleOf(index.column())) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (!reason.isEmpty())
            return Theme::colors().warning;
        return roleOf(index.column()) == foretrail::Role::Ignore ? QVariant(Theme::colors().secondary) : QVariant();
    case ProblemRole: return reason;
    default: return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int((orientation == Qt::Vertical ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return orientation == Qt::Vertical ? QVariant(section + 1) : QVariant(m_preview.header.value(section));
}

} // namespace foretrail
