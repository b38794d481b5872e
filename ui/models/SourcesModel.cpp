#include "ui/models/SourcesModel.h"

#include "ui/models/CellOrder.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QLocale>

namespace foretrail {

using State = SourceEntry::State;

void SourcesModel::setEntries(const QList<SourceEntry> &entries)
{
    const bool isSameLength = entries.size() == m_entries.size();
    if (!isSameLength)
        beginResetModel();
    m_entries = entries;
    if (!isSameLength)
        endResetModel();
    else if (!entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(entries.size()) - 1, columns - 1));
}

QString SourcesModel::sentence(const QList<SourceEntry> &entries)
{
    qint64 done = 0, empty = 0, failed = 0, stored = 0, rejected = 0;
    for (const SourceEntry &entry : entries) {
        done += entry.state == State::Done;
        empty += entry.state == State::Empty;
        failed += entry.state == State::Failed;
        stored += entry.report.stored;
        rejected += entry.report.rejected;
    }
    const QLocale locale;
    QString text = tr("%1 of %2 files done: %3 rows stored, %4 rejected.")
                       .arg(locale.toString(done), locale.toString(entries.size()), locale.toString(stored), locale.toString(rejected));
    if (empty > 0)
        text += tr(" %1 without rows.").arg(locale.toString(empty));
    if (failed > 0)
        text += tr(" %1 could not be read.").arg(locale.toString(failed));
    return text;
}

int SourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int SourcesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString SourcesModel::stateText(const SourceEntry &entry)
{
    switch (entry.state) {
    case State::Waiting: return tr("waiting");
    case State::Current: return tr("being looked at");
    case State::Importing: return tr("being imported");
    case State::Done: return tr("done");
    case State::Empty: return tr("no rows");
    case State::Differs: return tr("to be looked at");
    case State::Failed: return tr("not read");
    }
    return {};
}

QString SourcesModel::text(const SourceEntry &entry, Column column)
{
    if (column == Column::File)
        return entry.file.shown();
    if (column == Column::State)
        return stateText(entry);
    if (entry.state != State::Done)
        return {};
    const QLocale locale;
    switch (column) {
    case Column::Read: return locale.toString(entry.report.read);
    case Column::Stored: return locale.toString(entry.report.stored);
    case Column::Duplicate: return locale.toString(entry.report.duplicate);
    case Column::Rejected: return locale.toString(entry.report.rejected);
    default: return {};
    }
}

QVariant SourcesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceEntry &entry = m_entries.at(index.row());
    const auto column = Column(index.column());
    const bool isNow = entry.state == State::Current || entry.state == State::Importing;
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case orderRole: return column == Column::State ? QVariant(int(entry.state)) : QVariant();
    case Qt::ToolTipRole:
        if (entry.state == State::Failed)
            return entry.problem;
        return column == Column::File ? entry.file.path : text(entry, column);
    case Qt::DecorationRole:
        return column == Column::State && entry.state == State::Failed ? QVariant(Theme::icon(QStringLiteral("warning"))) : QVariant();
    case Qt::TextAlignmentRole: return int((column <= Column::State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return entry.state == State::Waiting || entry.state == State::Failed || entry.state == State::Empty ? QVariant(Theme::colors().secondary) : QVariant();
    case Qt::FontRole: {
        QFont font = Theme::tableFont();
        font.setWeight(isNow ? QFont::DemiBold : QFont::Normal);
        return font;
    }
    default: return {};
    }
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((column <= Column::State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::File: return tr("File");
    case Column::State: return tr("State");
    case Column::Read: return tr("Rows read");
    case Column::Stored: return tr("Stored");
    case Column::Duplicate: return tr("Duplicate");
    case Column::Rejected: return tr("Rejected");
    }
    return {};
}

} // namespace foretrail
