#include "ui/models/ImportsModel.h"

#include "ui/models/ImportWords.h"
#include "ui/theme/Theme.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>

#include <algorithm>

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
    : QAbstractTableModel(parent), m_corrections(corrections)
{
    connect(&corrections, &UnfedCorrections::changed, this, &ImportsModel::showState);
}

void ImportsModel::setImports(QList<ImportReport> imports)
{
    beginResetModel();
    m_imports = std::move(imports);
    endResetModel();
}

int ImportsModel::rowOf(qint64 importId) const
{
    const auto found = std::find_if(m_imports.begin(), m_imports.end(),
                                    [importId](const ImportReport &report) { return report.importId == importId; });
    return found == m_imports.end() ? -1 : int(found - m_imports.begin());
}

int ImportsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_imports.size());
}

int ImportsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

void ImportsModel::showState(qint64 importId)
{
    if (const int row = rowOf(importId); row >= 0)
        Q_EMIT dataChanged(index(row, int(Column::State)), index(row, int(Column::State)));
}

QString ImportsModel::state(const ImportReport &report) const
{
    const qsizetype unfed = m_corrections.count(report.importId);
    return unfed > 0 ? tr("%1, to feed: %2", "state, number of corrected rows").arg(ImportWords::state(report), QLocale().toString(unfed))
                     : ImportWords::state(report);
}

QString ImportsModel::text(const ImportReport &report, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::File: return ImportWords::fileName(report);
    case Column::Kind: return ImportWords::kindText(report.kind);
    case Column::Started: return locale.toString(report.started.toLocalTime(), QLocale::ShortFormat);
    case Column::Read: return locale.toString(report.read);
    case Column::Stored: return locale.toString(report.stored);
    case Column::Duplicate: return locale.toString(report.duplicate);
    case Column::Rejected: return locale.toString(report.rejected);
    case Column::Filtered: return locale.toString(report.filtered);
    case Column::State: return state(report);
    }
    return {};
}

QVariant ImportsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportReport &shown = report(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(shown, column);
    case Qt::ToolTipRole: return column == Column::File ? shown.file : text(shown, column);
    case Qt::TextAlignmentRole: return alignment(column);
    case Qt::FontRole: return shown.undone ? undoneFont(column) : QVariant();
    case Qt::ForegroundRole: return shown.undone ? QVariant(Theme::colors().secondary) : QVariant();
    case Qt::AccessibleTextRole:
        return shown.undone ? tr("%1, taken back").arg(text(shown, column)) : text(shown, column);
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
