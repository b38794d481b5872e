#include "core/training/GlobalCell.h"

#include "core/models/PooledRegression.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

/// What reaches the head of columns that are known ahead is measured from nothing special: no holiday, the usual price.
void clearColumnsAhead(TracedWindow &baseline, const GlobalShape &shape)
{
    const int first = shape.isLinear ? shape.lookback + 2 * shape.pairs : 0;
    std::fill_n(baseline.extras.begin() + first, shape.columnsAhead * shape.horizon, 0.0);
}

} // namespace

/// Moves by what the inputs are, times the width of the window.
ForecastParts GlobalCell::namedParts(const LagMoves &moves, const WindowLevel &level) const
{
    const GlobalShape &of = shape();
    QStringList columns = m_network->coding().columnNames();
    if (m_network->coding().hasHolidays())
        columns.prepend(QStringLiteral("holiday"));
    ForecastParts parts(1);
    parts.of(PartKind::Level)[0] = level.centre + level.width * moves.baselineOutput;
    for (int step = 0; step < of.steps(); ++step)
        for (int feature = 0; feature < moves.features; ++feature) {
            const double move = level.width * moves.of(step, feature);
            const int group = feature / of.segment; // 0: values, then columns
            if (group == 0)
                parts.of(PartKind::Lag, of.lookback - step * of.segment - feature)[0] += move;
            else if (group <= of.columns)
                parts.of(PartKind::Column, 0, columns.value(group - 1))[0] += move;
            else if (feature >= of.segment * (1 + of.columns) + of.attributes)
                parts.of(PartKind::Season, of.season)[0] += move;
            else
                parts.of(PartKind::Level)[0] += move; // what the series is
        }
    const size_t first = of.isLinear ? size_t(of.lookback) : 0, waves = of.isLinear ? size_t(2 * of.pairs) : 0;
    for (size_t i = first; i < moves.extras.size(); ++i) {
        const double move = level.width * moves.extras[i];
        const size_t column = i < first + waves ? size_t(of.columnsAhead) : (i - first - waves) / size_t(of.horizon);
        if (i < first + waves)
            parts.of(PartKind::Season, of.season)[0] += move;
        else if (column < size_t(of.columnsAhead))
            parts.of(PartKind::Column, 0, columns.value(qsizetype(column)))[0] += move;
        else
            parts.of(PartKind::Level)[0] += move;
    }
    return parts;
}

Result<ForecastParts> GlobalCell::apartBy(int member, int ahead, const JobContext &job) const
{
    const CellChoice choice{0, member, ahead};
    TracedWindow window = windowBefore(m_seen.size());
    chooseOutput(window, choice);
    TracedWindow baseline = baselineOf(window);
    clearColumnsAhead(baseline, shape());
    Result<LagMoves> moves = lagMoves(network(member), window, baseline, job);
    if (!moves)
        return fail(moves.error());
    foldExtras(*moves);
    return namedParts(*moves, WindowLevel::before(m_seen, m_seen.size(), shape()));
}

Result<ForecastParts> GlobalCell::apart(int ahead, const JobContext &job) const
{
    std::vector<std::pair<double, int>> said;
    for (int member = 0; member < members(); ++member) {
        TracedWindow window = windowBefore(m_seen.size());
        chooseOutput(window, {0, member, ahead});
        said.push_back({network(member).trace(window).output, member});
    }
    std::sort(said.begin(), said.end());
    const size_t middle = said.size() / 2;
    const std::vector<size_t> counted = said.size() % 2 == 1 ? std::vector<size_t>{middle} : std::vector<size_t>{middle - 1, middle};
    ForecastParts parts(1);
    for (const size_t place : counted) {
        const Result<ForecastParts> one = apartBy(said[place].second, ahead, job);
        if (!one)
            return one;
        parts.add(*one, 1.0 / double(counted.size()));
    }
    if (m_network->base())
        addBase(parts, ahead);
    return parts;
}

/// Its lags are exact in the unit of the series; on the scale of the networks they share what they do together. Both speak of a level: one counts.
void GlobalCell::addBase(ForecastParts &parts, int ahead) const
{
    const PooledFit &base = *m_network->base();
    std::vector<double> window;
    for (qint64 t = m_series.size() - base.shape.lookback; t < m_series.size(); ++t)
        window.push_back(m_series.values[size_t(std::max<qint64>(t, 0))]);
    const ForecastParts all = pooledParts(base, window, ahead);
    ForecastParts own(1);
    for (const Contribution &part : all.parts())
        own.of(part.kind, part.number, part.name)[0] = part.values.back();
    own.bend([&](double value) { return m_seen.seen(value, int(m_series.size()) + ahead - 1); });
    const WindowLevel level = WindowLevel::before(m_seen, m_seen.size(), shape());
    const double told = level.centre + level.width * double(baseAhead(m_seen, m_seen.size(), shape(), level)[size_t(ahead - 1)]);
    own.closeOn(std::vector<double>{told}); // held inside the reach of the networks
    parts.of(PartKind::Level)[0] -= level.centre;
    parts.add(own, 1);
}

double GlobalCell::unbent(double level) const { return m_scale.isLog ? std::exp(std::min(level, 700.0)) : level; }

} // namespace foretrail
