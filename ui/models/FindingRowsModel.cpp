#include "ui/models/FindingRowsModel.h"

namespace foretrail {

namespace {

constexpr int findingPageRows = 500;

} // namespace

FindingRowsModel::FindingRowsModel(AppSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_reading(session.jobs())
{
}

void FindingRowsModel::clear()
{
    m_reading.cancel();
    m_isFetching = false;
    m_isComplete = true;
    beginResetModel();
    m_reader = {};
    m_rows = {};
    endResetModel();
}

void FindingRowsModel::setFinding(const Finding &finding)
{
    setReader([finding](Workspace &workspace, qint64 first, int limit, JobContext &job) { return rowsOf(workspace, finding, first, limit, job); },
              tr("Reading the rows of a finding"));
}

void FindingRowsModel::setReader(RowsReader reader, const QString &title)
{
    clear();
    m_reader = std::move(reader);
    m_jobTitle = title;
    m_isComplete = false;
    fetchMore({});
}

bool FindingRowsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_reader && !m_isComplete;
}

void FindingRowsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_isFetching)
        return;
    m_isFetching = true;
    m_session.runLatestOnWorkspace<FindingRows>(m_reading, {m_jobTitle, Lane::Read, false},
        [reader = m_reader, first = qint64(m_rows.rows.size())](Workspace &workspace, JobContext &job) {
            return reader(workspace, first, findingPageRows, job);
        },
        this, [this](Result<FindingRows> page) {
            if (!page) {
                m_isFetching = false;
                m_isComplete = true;
                m_session.report(page.error(), m_jobTitle);
                return Q_EMIT pageRead(false);
            }
            const bool isFirst = m_rows.rows.isEmpty();
            take(*page);
            m_isFetching = false; // not before: views ask while rows are put in
            Q_EMIT pageRead(isFirst);
        });
}

void FindingRowsModel::take(const FindingRows &page)
{
    m_isComplete = page.rows.size() < findingPageRows || m_rows.rows.size() + page.rows.size() >= page.total;
    if (m_rows.rows.isEmpty()) {
        beginResetModel();
        m_rows = page;
        endResetModel();
        return;
    }
    if (page.rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.rows.size()), int(m_rows.rows.size() + page.rows.size() - 1));
    m_rows.rows += page.rows;
    endInsertRows();
}

int FindingRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.rows.size());
}

int FindingRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.header.size());
}

bool FindingRowsModel::isNumeric(int column) const
{
    if (m_rows.rows.isEmpty())
        return false;
    bool isNumber = false;
    m_rows.rows.front().value(column).toDouble(&isNumber);
    return isNumber;
}

QVariant FindingRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return m_rows.rows.at(index.row()).value(index.column());
}

QVariant FindingRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_rows.header.value(section)) : QVariant();
}

} // namespace foretrail
