#include "ui/models/RejectsModel.h"

#include "core/data/Import.h"

#include <QLocale>

namespace foretrail {

namespace {

constexpr int pageRows = 1000;

} // namespace

RejectsModel::RejectsModel(AppSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_reading(session.jobs())
{
}

void RejectsModel::setImport(qint64 importId, qint64 count)
{
    m_reading.cancel();
    m_isFetching = false;
    beginResetModel();
    m_importId = importId;
    m_count = count;
    m_rows.clear();
    endResetModel();
    fetchMore({});
}

bool RejectsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_rows.size() < m_count;
}

void RejectsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_isFetching)
        return;
    m_isFetching = true;
    m_session.runLatestOnWorkspace<QList<RejectedRow>>(m_reading, {tr("Reading rejected rows"), Lane::Read, false},
        [import = m_importId, first = qint64(m_rows.size())](Workspace &workspace, JobContext &) {
            return listRejects(workspace, import, first, pageRows);
        },
        this, [this](Result<QList<RejectedRow>> rows) {
            if (!rows)
                return m_session.report(rows.error(), tr("Reading rejected rows"));
            append(*rows);
            m_isFetching = false; // not before: views ask while rows are put in
        });
}

void RejectsModel::append(const QList<RejectedRow> &rows)
{
    if (rows.isEmpty()) {
        m_count = m_rows.size(); // there are fewer than the import counted: ask no more
        return;
    }
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size() - 1));
    m_rows += rows;
    endInsertRows();
}

int RejectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RejectsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const RejectedRow &row = m_rows.at(index.row());
    switch (column) {
    case Column::Line: return QLocale().toString(row.line);
    case Column::Column: return row.column;
    case Column::Value: return row.value;
    case Column::Reason: return row.reason;
    }
    return {};
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((Column(section) == Column::Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Line: return tr("Line");
    case Column::Column: return tr("Column");
    case Column::Value: return tr("Value");
    case Column::Reason: return tr("Reason");
    }
    return {};
}

} // namespace foretrail
