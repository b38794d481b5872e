#include "core/models/ArOfChanges.h"

#include "core/models/DifferencedAr.h"
#include "core/models/Intervals.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct ArOfChangesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArOfChanges)
};

constexpr int mostLagsOfChanges = 60;

class ArOfChangesForecaster : public DifferencedArForecaster {
public:
    ArOfChangesForecaster(const ModelSpec &spec, bool isSeasonal) : m_spec(spec), m_isSeasonal(isSeasonal) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        constexpr int fewestChanges = 4;
        if (job.stopRequested())
            return fail(Error::cancelled());
        const int season = seasonOf(m_spec, train);
        const int lag = m_isSeasonal ? season : 1;
        const int fixed = std::max(m_spec.arOrder, 0);
        if (const auto checked = checkHistory(train, lag + std::max(fewestChanges, 2 * fixed + 2)); !checked)
            return checked;
        const bool isLog = options.isOriginalScale && *std::min_element(train.values.begin(), train.values.end()) > 0;
        m_model = {isLog ? 0.0 : 1.0, {lag > 1 ? lag : 0, lag == 1}, {}, options.isOriginalScale && isNonNegative(train.values)};
        const std::vector<double> changes = m_model.differencesOf(m_model.transformed(train.values));
        m_model.found = findAr(changes, meanOf(changes), {ArEstimator::YuleWalker, m_spec.arCriterion, m_spec.arOrder, largestOrder(train.size(), lag),
                                                          season, std::max(options.horizon, 1)});
        return {};
    }

    Result<SavedModel> save() const override
    {
        QJsonObject state;
        m_model.toState(state);
        return SavedModel{state, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_model = DifferencedAr::fromState(saved.state, state);
        return state.outcome();
    }

    QString explanation() const override
    {
        const QString order = QLocale().toString(m_model.found.fit.order());
        const int lag = m_model.differencing.lost();
        const QString said = lag == 1 ? ArOfChangesText::tr("AR(%1) of the changes from step to step.").arg(order)
                                      : ArOfChangesText::tr("AR(%1) of the changes against %2 steps before.").arg(order, QLocale().toString(lag));
        return m_model.lambda == 0 ? QStringLiteral("%1 %2").arg(said, ArOfChangesText::tr("Changes are shares: of logarithms.")) : said;
    }

private:
    int largestOrder(qint64 n, int lag) const
    {
        const int wanted = m_spec.maxArOrder > 0 ? m_spec.maxArOrder : lag == 1 ? mostLagsOfChanges : usualOrderOfSeasonalChanges(lag);
        return int(std::min<qint64>(wanted, (n - lag) / 3));
    }

    const ModelSpec m_spec;
    const bool m_isSeasonal;
};

} // namespace

int usualOrderOfSeasonalChanges(int lag)
{
    constexpr int hoursOfDay = 24, hoursOfWeek = 168;
    if (lag == hoursOfDay)
        return hoursOfWeek + hoursOfDay + hoursOfDay / 3;
    if (lag == hoursOfWeek)
        return 2 * hoursOfDay;
    return lag < 12 ? 3 * lag + 1 : lag < 24 ? lag + 1 : lag / 2;
}

std::unique_ptr<Forecaster> makeArOfChanges(const ModelSpec &spec) { return std::make_unique<ArOfChangesForecaster>(spec, false); }
std::unique_ptr<Forecaster> makeArOfSeasonalChanges(const ModelSpec &spec) { return std::make_unique<ArOfChangesForecaster>(spec, true); }

} // namespace foretrail
