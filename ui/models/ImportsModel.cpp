#include "ui/models/ImportsModel.h"

#include "ui/models/CellOrder.h"
#include "ui/models/ImportWords.h"
#include "ui/theme/Theme.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>

namespace foretrail {

namespace {

int alignment(ImportsModel::Column column)
{
    const bool isText = column <= ImportsModel::Column::Started || column == ImportsModel::Column::State;
    return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

/// Rows of an import that was taken back count nowhere, so its numbers are struck out; the word stays readable.
QVariant undoneFont(ImportsModel::Column column)
{
    QFont font = Theme::tableFont();
    font.setStrikeOut(column != ImportsModel::Column::State);
    return font;
}

} // namespace

ImportsModel::ImportsModel(const UnfedCorrections &corrections, QObject *parent)
    : QAbstractItemModel(parent), m_corrections(corrections)
{
    connect(&corrections, &UnfedCorrections::changed, this, &ImportsModel::showStates);
}

void ImportsModel::setGroups(const QList<ImportGroup> &groups)
{
    beginResetModel();
    m_rows.clear();
    for (const ImportGroup &group : groups)
        m_rows.append({group, group.total()});
    endResetModel();
}

ImportGroup ImportsModel::group(const QModelIndex &index) const
{
    const ImportGroup &whole = row(index).group;
    return isFile(index) ? ImportGroup{whole.id, {whole.imports.at(index.row())}} : whole;
}

QModelIndex ImportsModel::indexOf(qint64 importId, bool isGroup) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        const qsizetype file = m_rows.at(at).group.importIds().indexOf(importId);
        if (file < 0)
            continue;
        const QModelIndex top = index(at, 0);
        return isGroup || rowCount(top) == 0 ? top : index(int(file), 0, top);
    }
    return {};
}

QModelIndex ImportsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ImportsModel::parent(const QModelIndex &index) const
{
    return index.isValid() && isFile(index) ? createIndex(int(index.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int ImportsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    if (isFile(parent) || parent.column() > 0 || row(parent).group.isSingle())
        return 0;
    return int(row(parent).group.imports.size());
}

int ImportsModel::columnCount(const QModelIndex &) const
{
    return columns;
}

void ImportsModel::showStates()
{
    const int column = int(Column::State);
    for (int at = 0; at < m_rows.size(); ++at) {
        const QModelIndex top = index(at, column);
        Q_EMIT dataChanged(top, top);
        if (const int files = rowCount(index(at, 0)); files > 0)
            Q_EMIT dataChanged(index(0, column, index(at, 0)), index(files - 1, column, index(at, 0)));
    }
}

QString ImportsModel::state(const ImportGroup &group) const
{
    qsizetype unfed = 0;
    for (const qint64 import : group.importIds())
        unfed += m_corrections.count(import);
    return unfed > 0 ? tr("%1, to feed: %2", "state, number of corrected rows").arg(ImportWords::state(group), QLocale().toString(unfed))
                     : ImportWords::state(group);
}

const ImportReport &ImportsModel::report(const QModelIndex &index) const
{
    const Row &shown = row(index);
    return isFile(index) ? shown.group.imports.at(index.row()) : shown.total;
}

QString ImportsModel::text(const QModelIndex &index) const
{
    const QLocale locale;
    const ImportReport &shown = report(index);
    switch (Column(index.column())) {
    case Column::File: return ImportWords::name(group(index));
    case Column::Kind: return shown.kind.isEmpty() ? tr("Various") : ImportWords::kindText(shown.kind);
    case Column::Started: return locale.toString(shown.started.toLocalTime(), QLocale::ShortFormat);
    case Column::Read: return locale.toString(shown.read);
    case Column::Stored: return locale.toString(shown.stored);
    case Column::Duplicate: return locale.toString(shown.duplicate);
    case Column::Rejected: return locale.toString(shown.rejected);
    case Column::Filtered: return locale.toString(shown.filtered);
    case Column::State: return state(group(index));
    }
    return {};
}

QVariant ImportsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    const bool isUndone = report(index).undone.has_value();
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::ToolTipRole: return column == Column::File ? ImportWords::paths(group(index)) : text(index);
    case orderRole: return column == Column::Started ? QVariant(report(index).started) : QVariant();
    case Qt::TextAlignmentRole: return alignment(column);
    case Qt::FontRole: return isUndone ? undoneFont(column) : QVariant();
    case Qt::ForegroundRole: return isUndone ? QVariant(Theme::colors().secondary) : QVariant();
    case Qt::AccessibleTextRole:
        return isUndone ? tr("%1, taken back").arg(text(index)) : text(index);
    default: return {};
    }
}

QVariant ImportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(Column(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::File: return tr("File");
    case Column::Kind: return tr("Kind");
    case Column::Started: return tr("Imported");
    case Column::Read: return tr("Rows read");
    case Column::Stored: return tr("Stored");
    case Column::Duplicate: return tr("Duplicate");
    case Column::Rejected: return tr("Rejected");
    case Column::Filtered: return tr("Left out");
    case Column::State: return tr("State");
    }
    return {};
}

} // namespace foretrail
