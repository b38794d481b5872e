#include "ui/models/UsersModel.h"

#include "core/report/CsvWriter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace foretrail {

namespace {


/// Shorter numbers first: 900 stands before 12346, as a person expects of ids.
bool keyLess(const QString &a, const QString &b)
{
    const bool bothNumbers = !a.isEmpty() && !b.isEmpty() && a.front().isDigit() && b.front().isDigit();
    if (bothNumbers && a.size() != b.size())
        return a.size() < b.size();
    return a < b;
}

double sortValue(const UserRow &user, UsersModel::Column column, const UsersModel::Known &known)
{
    switch (column) {
    case UsersModel::Column::LastSeen: return user.hasTimes ? -double(user.lastSeen) : std::numeric_limits<double>::max(); // ascending days ago
    case UsersModel::Column::Orders: return double(user.orders);
    case UsersModel::Column::Events: return double(user.events);
    case UsersModel::Column::Value: return user.value;
    case UsersModel::Column::Active: return known.forecasts ? known.forecasts->of(user.id).active : missing;
    case UsersModel::Column::Ahead: return known.forecasts ? known.forecasts->of(user.id).purchases : missing;
    case UsersModel::Column::Worth: return known.forecasts ? known.forecasts->of(user.id).value : missing;
    case UsersModel::Column::State: return known.basis ? double(known.basis->stateOf(user.id.value)) : 0;
    case UsersModel::Column::User: break;
    }
    return 0;
}

QString aheadText(float value, int decimals) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', decimals); }

/// The state and the RFM name of a user, each with how it is defined.
QString definitionsOf(const SegmentBasis &basis, UserId user)
{
    const RfmName name = basis.rfm.nameOf(user.value);
    return UsersModel::tr("State: %1. %2\n\nRFM: %3. %4").arg(stateTitle(basis.stateOf(user.value)), basis.lifecycle.words(), rfmTitle(name), rfmWords(name, basis.rfm.isByVisits));
}

} // namespace

UsersModel::UsersModel(JobRunner &jobs, QObject *parent) : QAbstractTableModel(parent), m_jobs(jobs), m_ordering(jobs) {}

void UsersModel::setUsers(Users users, const DataSummary &summary)
{
    m_ordering.cancel();
    beginResetModel();
    m_users = std::move(users);
    m_summary = summary;
    m_order.clear();
    m_rows.clear();
    endResetModel();
    reorder();
}

void UsersModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    reorder();
}

void UsersModel::setSegment(std::shared_ptr<const UserSet> segment)
{
    if (segment == m_segment)
        return;
    m_segment = std::move(segment);
    reorder();
}

void UsersModel::setBasis(SharedBasis basis)
{
    m_basis = std::move(basis);
    if (m_column == Column::State)
        return reorder();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, int(Column::State)), index(rowCount() - 1, int(Column::State)));
}

void UsersModel::setForecasts(Forecasts forecasts)
{
    m_forecasts = std::move(forecasts);
    Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Active), int(Column::Worth));
    if (m_column == Column::Active || m_column == Column::Ahead || m_column == Column::Worth)
        return reorder();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, int(Column::Active)), index(rowCount() - 1, int(Column::Worth)));
}

void UsersModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    m_column = Column(column);
    m_direction = order;
    reorder();
}

void UsersModel::reorder()
{
    if (!m_users)
        return;
    m_ordering.start<Ordering>({tr("Sorting users"), Lane::Read, false},
        [users = m_users, column = m_column, direction = m_direction, filter = m_filter, segment = m_segment, basis = m_basis, forecasts = m_forecasts,
         places = m_places](JobContext &) {
            Ordering ordering{order(*users, column, direction, filter, segment.get(), {basis.get(), forecasts.get()}), std::vector<int>(size_t(users->size()), -1), places};
            for (size_t row = 0; row < ordering.order.size(); ++row)
                ordering.rows[size_t(ordering.order[row])] = int(row);
            if (!places || places->users != users)
                ordering.places = placesOf(users);
            return Result<Ordering>(std::move(ordering));
        },
        this, [this](Result<Ordering> ordering) {
            if (!ordering)
                return;
            beginResetModel();
            m_order = std::move(ordering->order);
            m_rows = std::move(ordering->rows);
            m_places = std::move(ordering->places);
            endResetModel();
            Q_EMIT ordered();
        });
}

UsersModel::SharedPlaces UsersModel::placesOf(const Users &users)
{
    auto places = std::make_shared<Places>();
    places->users = users;
    places->byHash.reserve(size_t(users->size()));
    for (int i = 0; i < users->size(); ++i)
        places->byHash.emplace_back(quint32(qHash(users->at(i).key)), i);
    std::sort(places->byHash.begin(), places->byHash.end());
    return places;
}

int UsersModel::Places::of(const QString &key) const
{
    const auto hash = quint32(qHash(key));
    for (auto at = std::lower_bound(byHash.begin(), byHash.end(), std::pair(hash, 0)); at != byHash.end() && at->first == hash; ++at)
        if (users->at(at->second).key == key)
            return at->second;
    return -1;
}

std::vector<int> UsersModel::order(const QList<UserRow> &users, Column column, Qt::SortOrder direction,
                                   const QString &filter, const UserSet *segment, const Known &known)
{
    std::vector<int> shown;
    shown.reserve(size_t(users.size()));
    for (int i = 0; i < users.size(); ++i) {
        if ((filter.isEmpty() || users[i].key.contains(filter, Qt::CaseInsensitive)) && (!segment || segment->contains(users[i].id)))
            shown.push_back(i);
    }
    const bool isDescending = direction == Qt::DescendingOrder;
    std::sort(shown.begin(), shown.end(), [&](int a, int b) {
        if (column == Column::User)
            return isDescending ? keyLess(users[b].key, users[a].key) : keyLess(users[a].key, users[b].key);
        const double left = sortValue(users[a], column, known);
        const double right = sortValue(users[b], column, known);
        if (std::isnan(left) != std::isnan(right))
            return std::isnan(right);
        if (left != right && !std::isnan(left))
            return isDescending ? left > right : left < right;
        return keyLess(users[a].key, users[b].key);
    });
    return shown;
}

int UsersModel::rowOf(const QString &key) const
{
    const int place = m_places && !m_rows.empty() ? m_places->of(key) : -1;
    return place < 0 ? -1 : m_rows[size_t(place)];
}

int UsersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int UsersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString UsersModel::text(const UserRow &user, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::User: return user.key;
    case Column::LastSeen: return !user.hasTimes ? QString() : tr("%1 d").arg(locale.toString((m_summary.lastEvent.value_or(user.lastSeen) - user.lastSeen) / dayMs));
    case Column::Orders: return locale.toString(user.orders);
    case Column::Events: return locale.toString(user.events);
    case Column::Value: return locale.toString(user.value, 'f', 0);
    case Column::Active: {
        const float active = m_forecasts ? m_forecasts->of(user.id).active : float(missing);
        return std::isnan(active) ? QStringLiteral("–") : chanceText(active) + QStringLiteral(" %");
    }
    case Column::Ahead: return aheadText(m_forecasts ? m_forecasts->of(user.id).purchases : float(missing), 2);
    case Column::Worth: return aheadText(m_forecasts ? m_forecasts->of(user.id).value : float(missing), 0);
    case Column::State: return m_basis ? stateTitle(m_basis->stateOf(user.id.value)) : QString();
    }
    return {};
}

QVariant UsersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const UserRow &row = user(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return int((column == Column::User || column == Column::State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (column == Column::State && m_basis)
            return definitionsOf(*m_basis, row.id);
        if (column == Column::LastSeen && row.hasTimes)
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.lastSeen, QTimeZone(m_summary.timeZone.toLatin1())).date());
        return text(row, column);
    case KeyRole: return row.key;
    default: return {};
    }
}

QVariant UsersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::User || column == Column::State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return titleWords(column);
    return role == Qt::DisplayRole ? title(column) : QVariant();
}

QString UsersModel::title(Column column) const
{
    const qint64 days = m_forecasts ? m_forecasts->horizonDays : usualHorizonDays;
    switch (column) {
    case Column::User: return tr("User");
    case Column::LastSeen: return tr("Last seen");
    case Column::Orders: return tr("Orders");
    case Column::Events: return tr("Events");
    case Column::Value: return m_summary.currency.isEmpty() ? tr("Value") : tr("Value (%1)").arg(m_summary.currency);
    case Column::Active: return tr("P(active)");
    case Column::Ahead: return tr("Buys in %1 d").arg(days);
    case Column::Worth: return tr("Worth in %1 d").arg(days);
    case Column::State: return tr("State");
    }
    return {};
}

QString UsersModel::titleWords(Column column) const
{
    const int days = int(m_forecasts ? m_forecasts->horizonDays : usualHorizonDays);
    const QString model = m_forecasts ? buyerModelTitle(m_forecasts->model) : QString();
    switch (column) {
    case Column::LastSeen: return tr("Days from the last event, of whatever kind, to the end of the data. Recency in a profile counts from the last purchase.");
    case Column::Value: return tr("Net amount of all that was bought and brought back.");
    case Column::Active: return tr("Probability that the user has not left for good, by %1.").arg(model);
    case Column::Ahead: return tr("Purchase days expected in the next %n day(s), by %1.", nullptr, days).arg(model);
    case Column::Worth: return tr("What the purchases of the next %n day(s) are worth today, by %1 and a model of spend.", nullptr, days).arg(model);
    default: return {};
    }
}

Result<ListedUsers> listUsers(ShopData &data, const UserSet *only, JobContext &job)
{
    Result<QList<UserRow>> rows = data.users(job);
    if (!rows)
        return fail(rows.error());
    const Result<CredibleTimes> times = data.credibleTimes(job);
    if (!times)
        return fail(times.error());
    if (only)
        rows->removeIf([only](const UserRow &row) { return !only->contains(row.id); });
    return ListedUsers{std::make_shared<const QList<UserRow>>(std::move(*rows)), *times};
}

Result<void> writeUsers(const UsersModel::Shown &shown, const QString &csvPath)
{
    auto writer = CsvWriter::open(csvPath);
    if (!writer)
        return fail(writer.error());
    const auto time = [](const UserRow &row, UtcMs utc) { return row.hasTimes ? QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).toString(Qt::ISODate) : QString(); };
    QStringList names{QStringLiteral("user"), QStringLiteral("first_seen"), QStringLiteral("last_seen"),
                      QStringLiteral("events"), QStringLiteral("orders"), QStringLiteral("value")};
    if (shown.forecasts)
        names << QStringLiteral("p_active") << QStringLiteral("expected_purchases") << QStringLiteral("expected_value");
    (*writer)->row(names);
    for (const int index : shown.order) {
        const UserRow &row = shown.users->at(index);
        QStringList fields{row.key, time(row, row.firstSeen), time(row, row.lastSeen), QString::number(row.events), QString::number(row.orders),
                           CsvWriter::sum(row.value)};
        if (shown.forecasts) {
            const UserForecast ahead = shown.forecasts->of(row.id);
            for (const float figure : {ahead.active, ahead.purchases, ahead.value})
                fields << (std::isnan(figure) ? QString() : QString::number(double(figure), 'g', 6));
        }
        (*writer)->row(fields);
    }
    return (*writer)->commit();
}

} // namespace foretrail
