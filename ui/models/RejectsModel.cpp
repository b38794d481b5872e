#include "ui/models/RejectsModel.h"

#include "core/base/Phrase.h"
#include "core/data/RejectQueries.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QLocale>

#include <utility>

namespace foretrail {

namespace {

constexpr int pageRows = 1000;

} // namespace

RejectsModel::RejectsModel(AppSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_reading(session.jobs())
{
    connect(&session.corrections(), &UnfedCorrections::changed, this, &RejectsModel::onCorrected);
}

void RejectsModel::setImport(qint64 importId, qint64 count, const QString &reason)
{
    m_reading.cancel();
    m_isFetching = false;
    beginResetModel();
    m_importId = importId;
    m_count = count;
    m_reason = reason;
    m_rows.clear();
    endResetModel();
    Q_EMIT correctionsChanged();
    fetchMore({});
}

void RejectsModel::setColumnNames(const QStringList &names)
{
    m_names = names;
}

void RejectsModel::sort(int column, Qt::SortOrder order)
{
    static_assert(int(Column::Reason) == int(RejectOrder::By::Reason) && int(Column::Value) == int(RejectOrder::By::Value));
    RejectOrder wanted;
    if (column >= 0 && column < columns)
        wanted = {RejectOrder::By(column), order == Qt::DescendingOrder};
    if (wanted == std::exchange(m_order, wanted))
        return;
    setImport(m_importId, m_count, m_reason);
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
        [import = m_importId, reason = m_reason, order = m_order, first = qint64(m_rows.size())](Workspace &workspace, JobContext &) {
            return reason.isEmpty() ? listRejects(workspace, import, first, pageRows, order)
                                    : listRejectsFor(workspace, import, reason, first, pageRows, order);
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

int RejectsModel::fieldOf(int row) const
{
    const RejectedRow &reject = m_rows.at(row);
    const qsizetype at = reject.column.isEmpty() ? -1 : m_names.indexOf(reject.column);
    return at < fields(row).size() ? int(at) : -1;
}

QStringList RejectsModel::fields(int row) const
{
    const RejectedRow &reject = m_rows.at(row);
    return m_session.corrections().fields(m_importId, reject.id, reject.fields);
}

void RejectsModel::correct(int row, const QStringList &fields)
{
    const RejectedRow &reject = m_rows.at(row);
    if (fields == this->fields(row))
        return;
    if (fields == reject.fields)
        m_session.corrections().remove(m_importId, reject.id);
    else
        m_session.corrections().set(m_importId, reject.id, fields);
}

void RejectsModel::onCorrected(qint64 importId)
{
    if (importId != m_importId)
        return;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
    Q_EMIT correctionsChanged();
}

int RejectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RejectsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RejectsModel::text(int row, Column column) const
{
    const RejectedRow &reject = m_rows.at(row);
    switch (column) {
    case Column::Line: return QLocale().toString(reject.line);
    case Column::Column: return reject.column;
    case Column::Value:
        if (const int field = fieldOf(row); isCorrected(row) && field >= 0)
            return fields(row).at(field);
        return reject.value;
    case Column::Reason: return isCorrected(row) ? tr("changed, not fed yet") : Phrase::shown(reject.reason);
    }
    return {};
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(index.row(), column);
    case Qt::ToolTipRole:
        return isCorrected(index.row()) ? tr("It was: %1").arg(m_rows.at(index.row()).fields.join(QStringLiteral(" | ")))
                                        : text(index.row(), column);
    case Qt::TextAlignmentRole: return int((column == Column::Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole: return isCorrected(index.row()) ? QVariant(Theme::colors().accentText) : QVariant();
    default: return {};
    }
}

bool RejectsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    QStringList changed = fields(index.row());
    changed[fieldOf(index.row())] = value.toString();
    correct(index.row(), changed);
    return true;
}

Qt::ItemFlags RejectsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && Column(index.column()) == Column::Value && canCorrect(index.row()) && fieldOf(index.row()) >= 0)
        flags |= Qt::ItemIsEditable;
    return flags;
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
