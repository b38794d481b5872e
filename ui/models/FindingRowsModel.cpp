#include "ui/models/FindingRowsModel.h"

#include "ui/models/CellOrder.h"

#include <algorithm>
#include <utility>

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

void FindingRowsModel::setFilter(const QString &text) { want({m_wanted.column, m_wanted.order, text.trimmed()}); }

void FindingRowsModel::sort(int column, Qt::SortOrder order) { want({column, column < 0 ? Qt::AscendingOrder : order, m_wanted.text}); }

/// The titles stay, and with them what a person made of the columns.
void FindingRowsModel::want(const Wanted &wanted)
{
    if (wanted == std::exchange(m_wanted, wanted) || !m_reader)
        return;
    m_reading.cancel();
    m_isFetching = false;
    m_isComplete = false;
    beginResetModel();
    m_rows.rows.clear();
    endResetModel();
    fetchMore({});
}

FindingRows FindingRowsModel::arranged(FindingRows rows, const Wanted &wanted)
{
    const auto isOther = [&wanted](const QStringList &row) {
        return std::ranges::none_of(row, [&wanted](const QString &cell) { return cell.contains(wanted.text, Qt::CaseInsensitive); });
    };
    if (!wanted.text.isEmpty())
        rows.rows.removeIf(isOther);
    rows.total = rows.rows.size();
    if (wanted.column < 0)
        return rows;
    std::vector<std::pair<CellOrder, QStringList>> sorted;
    sorted.reserve(size_t(rows.rows.size()));
    for (const QStringList &row : std::as_const(rows.rows))
        sorted.emplace_back(CellOrder(row.value(wanted.column)), row);
    std::stable_sort(sorted.begin(), sorted.end(), [&wanted](const auto &a, const auto &b) { return CellOrder::isBefore(a.first, b.first, wanted.order); });
    rows.rows.clear();
    for (auto &entry : sorted)
        rows.rows.append(std::move(entry.second));
    return rows;
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
        [reader = m_reader, wanted = m_wanted, first = qint64(m_rows.rows.size())](Workspace &workspace, JobContext &job) -> Result<FindingRows> {
            if (wanted.isAsTheyCome())
                return reader(workspace, first, findingPageRows, job);
            Result<FindingRows> all = reader(workspace, 0, mostArranged, job);
            const bool isAll = all && (all->rows.size() < mostArranged || all->total <= mostArranged);
            return isAll ? arranged(std::move(*all), wanted) : all;
        },
        this, [this](Result<FindingRows> page) {
            if (!page) {
                m_isFetching = false;
                m_isComplete = true;
                m_session.report(page.error(), m_jobTitle);
                return Q_EMIT pageRead(false);
            }
            const bool isFirst = m_rows.rows.isEmpty();
            const bool isTooMany = !m_wanted.isAsTheyCome() && page->rows.size() < page->total;
            if (isTooMany)
                m_wanted = {};
            take(*page);
            m_isFetching = false; // not before: views ask while rows are put in
            Q_EMIT pageRead(isFirst);
            if (isTooMany)
                Q_EMIT tooMany();
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
