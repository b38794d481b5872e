#include "ui/models/SessionsModel.h"

#include "core/behaviour/recommend/RecommenderStore.h"
#include "ui/charts/Ticks.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace foretrail {

namespace {

constexpr size_t sessionsAPage = 200;

} // namespace

SessionsModel::SessionsModel(AppSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_reading(session.jobs()), m_arranging(session.jobs()), m_telling(session.jobs())
{
}

void SessionsModel::load()
{
    m_isReading = true;
    m_hasNone = false;
    m_session.runLatestOnWorkspace<Read>(m_reading, {tr("Reading sessions"), Lane::Learn, false},
        [segment = m_session.selection().segment()](Workspace &workspace, JobContext &job) -> Result<Read> {
            const auto shop = RecommenderStore::ofProcess().log(workspace.data(), job);
            if (!shop)
                return fail(shop.error());
            return Read{*shop, recentSessions(**shop, segment.users.get())};
        }, this,
        [this](Result<Read> read) {
            m_isReading = false;
            if (!read) {
                forget();
                m_hasNone = read.error().code == ErrorCode::TooShort; // the page says why
                if (m_hasNone)
                    Q_EMIT changed();
                else
                    m_session.report(read.error(), tr("Reading sessions"));
                return;
            }
            m_shop = read->shop;
            m_all = std::move(read->rows);
            arrange();
        });
    Q_EMIT changed();
}

void SessionsModel::forget()
{
    m_reading.cancel();
    m_arranging.cancel();
    m_isReading = false;
    m_shop.reset();
    m_all.clear();
    show({});
}

void SessionsModel::setFilter(const QString &text)
{
    if (text.trimmed() == m_filter)
        return;
    m_filter = text.trimmed();
    if (m_shop)
        arrange();
}

void SessionsModel::sort(int column, Qt::SortOrder order)
{
    constexpr SessionOrder orders[columns] = {SessionOrder::Start, SessionOrder::User, SessionOrder::Events, SessionOrder::LastItem};
    std::optional<Sorted> wanted;
    if (column >= 0 && column < columns)
        wanted = Sorted{orders[column], order == Qt::DescendingOrder};
    if (wanted == std::exchange(m_sorted, wanted))
        return;
    if (m_shop)
        arrange();
}

void SessionsModel::arrange()
{
    m_arranging.cancel();
    if (m_filter.isEmpty() && !m_sorted)
        return show(m_all);
    const QString title = m_filter.isEmpty() ? tr("Sorting sessions") : tr("Searching sessions");
    m_session.runLatestOnWorkspace<std::vector<quint32>>(m_arranging, {title, Lane::Read, false},
        [shop = m_shop, rows = m_all, text = m_filter, sorted = m_sorted, hasClock = m_session.summary().hasClock](Workspace &workspace, JobContext &job) {
            Result<std::vector<quint32>> found = text.isEmpty() ? Result<std::vector<quint32>>(rows) : sessionsWith(*shop, workspace.data(), rows, text, job);
            if (!found || !sorted)
                return found;
            const bool isByKey = sorted->by == SessionOrder::Start && !hasClock; // which stands in place of the time
            return sessionsBy(*shop, workspace.data(), *found, isByKey ? SessionOrder::Key : sorted->by, sorted->isDescending, job);
        }, this,
        [this, title](Result<std::vector<quint32>> rows) {
            if (rows)
                show(std::move(*rows));
            else
                m_session.report(rows.error(), title);
        });
}

void SessionsModel::show(std::vector<quint32> rows)
{
    m_telling.cancel();
    beginResetModel();
    m_rows = std::move(rows);
    m_told.clear();
    m_isTelling = false;
    endResetModel();
    if (m_rows.empty())
        Q_EMIT changed();
    else
        fetchMore({});
}

int SessionsModel::rowOf(const QString &key) const
{
    const auto at = std::find_if(m_told.begin(), m_told.end(), [&key](const ToldSession &session) { return session.key == key; });
    return at == m_told.end() ? -1 : int(at - m_told.begin());
}

bool SessionsModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && size_t(m_told.size()) < m_rows.size(); }

void SessionsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_isTelling)
        return;
    m_isTelling = true;
    const auto first = m_rows.begin() + m_told.size();
    std::vector<quint32> page(first, first + std::ptrdiff_t(std::min(sessionsAPage, m_rows.size() - size_t(m_told.size()))));
    m_session.runLatestOnWorkspace<QList<ToldSession>>(m_telling, {tr("Reading sessions"), Lane::Read, false},
        [shop = m_shop, page = std::move(page)](Workspace &workspace, JobContext &job) { return toldSessions(*shop, workspace.data(), page, job); }, this,
        [this](Result<QList<ToldSession>> told) {
            if (told)
                append(*told);
            else
                m_session.report(told.error(), tr("Reading sessions"));
            m_isTelling = false; // not before: views ask while rows are put in
        });
}

void SessionsModel::append(const QList<ToldSession> &told)
{
    const bool isFirst = m_told.isEmpty();
    beginInsertRows({}, int(m_told.size()), int(m_told.size() + told.size() - 1));
    m_told += told;
    endInsertRows();
    if (isFirst)
        Q_EMIT changed();
}

int SessionsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_told.size()); }

int SessionsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QString SessionsModel::text(const ToldSession &session, Column column) const
{
    switch (column) {
    case Column::Start: {
        if (!m_session.summary().hasClock)
            return session.key;
        const WallMs wall = ZoneClock{QTimeZone(m_session.summary().timeZone.toLatin1())}.toWall(session.start);
        return QStringLiteral("%1 %2").arg(dateText(wall), QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC).toString(QStringLiteral("HH:mm")));
    }
    case Column::User: return session.user.isEmpty() ? QStringLiteral("–") : session.user;
    case Column::Events: return QLocale().toString(session.events);
    case Column::LastItem: return session.lastItem;
    }
    return {};
}

QVariant SessionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ToldSession &session = m_told[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(session, Column(index.column()));
    case Qt::ToolTipRole: return QStringLiteral("%1 · %2 · %3").arg(session.key, text(session, Column::Events) + u' ' + tr("Events"), session.lastItem);
    case KeyRole: return session.key;
    case Qt::TextAlignmentRole: return QVariant((Column(index.column()) == Column::Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((Column(section) == Column::Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && Column(section) == Column::Events)
        return tr("Events that name an item");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Start: return m_session.summary().hasClock ? tr("Begin") : tr("Session");
    case Column::User: return tr("User");
    case Column::Events: return tr("Events");
    case Column::LastItem: return tr("Last item");
    }
    return {};
}

} // namespace foretrail
