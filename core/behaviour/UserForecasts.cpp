#include "core/behaviour/UserForecasts.h"

#include "core/jobs/ParallelInOrder.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>
#include <tuple>

namespace foretrail {
namespace {

struct UserForecastsText { Q_DECLARE_TR_FUNCTIONS(foretrail::UserForecasts) };

constexpr qint64 forecastsTogether = 4096;

/// Neighbours with the same history, of whom the model says the same.
class HistoryOrder {
public:
    explicit HistoryOrder(const std::vector<PurchaseHistory> &users) : m_places(users.size())
    {
        for (size_t i = 0; i < users.size(); ++i)
            m_places[i] = quint32(i);
        const auto key = [&users](quint32 place) {
            const PurchaseHistory &user = users[place];
            return std::tuple(user.firstDay, user.lastDay, user.repeats);
        };
        std::ranges::sort(m_places, [&key](quint32 a, quint32 b) { return key(a) < key(b); });
    }
    const std::vector<quint32> &places() const { return m_places; }

private:
    std::vector<quint32> m_places;
};

void forecastPiece(std::span<const quint32> places, const WorkspaceCustomers &customers, const CustomerOracle &oracle, std::vector<UserForecast> &users)
{
    BuyerHistory known{-1, 0, 0};
    CustomerOracle::Point point;
    for (const quint32 place : places) {
        const PurchaseHistory &user = customers.histories->users[place];
        const BuyerHistory history = buyerHistory(user, customers.lastDay, customers.model.buyers.unit);
        if (history != known)
            point = oracle.point(history, double(customers.horizonDays));
        known = history;
        const double spend = customers.model.spend ? customers.model.spend->meanOf(spendRecord(user)) : missing;
        users[size_t(user.user.value)] = {float(point.active), float(point.purchases), float(customers.model.terms.margin * spend * point.discounted)};
    }
}

} // namespace

Result<UserForecasts> userForecasts(const WorkspaceCustomers &customers, int workers, JobContext &job)
{
    const Result<CustomerOracle> oracle = CustomerOracle::of(customers.model);
    if (!oracle)
        return fail(oracle.error());
    const std::vector<PurchaseHistory> &histories = customers.histories->users;
    UserForecasts all{customers.model.buyers.model, customers.horizonDays, customers.model.spend.has_value(), {}};
    all.users.resize(histories.empty() ? 0 : size_t(histories.back().user.value) + 1);
    const HistoryOrder order(histories);
    const auto count = qint64(histories.size());
    const Result<void> done = parallelInOrder((count + forecastsTogether - 1) / forecastsTogether, workers, job, [&](qint64 piece) -> Result<OrderedWork> {
        job.report(piece * forecastsTogether, count, UserForecastsText::tr("Telling what is expected of users"));
        const qint64 first = piece * forecastsTogether;
        const std::span<const quint32> places = std::span(order.places()).subspan(size_t(first), size_t(std::min(forecastsTogether, count - first)));
        return OrderedWork([&, places]() -> Result<OrderedKeep> {
            forecastPiece(places, customers, *oracle, all.users); // each user in one piece only
            return OrderedKeep([]() -> Result<void> { return {}; });
        });
    });
    if (!done)
        return fail(done.error());
    return all;
}

} // namespace foretrail
