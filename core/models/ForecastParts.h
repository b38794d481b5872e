#pragma once

#include "core/series/Series.h"

#include <QString>

#include <algorithm>
#include <functional>
#include <vector>

namespace foretrail {

/// Where a part of a forecast comes from, in the order in which people are told.
enum class PartKind {
    Level,   ///< what would be forecast without any of the others
    Trend,   ///< how far it has gone on behind the last observation
    Season,  ///< `number`: its period in steps, 0 where it is not known
    Holiday, ///< all columns of holidays together
    Calendar, ///< all other columns that follow from the date
    Column,  ///< `name`: of a column beside the series
    Lag,     ///< `number` steps back from the origin: how far that value is from what the others say of it
    Change,  ///< the same of the change that happened there
    Network, ///< of a network that tells no more about itself
    Back,    ///< of what the recipe did, led back: what no single part can claim
    Limit    ///< what limits took away or added: a floor, a closed day, whole units; and what is lost in single precision
};

/// One part: what it adds to the forecast of each step, h = 1..H.
struct Contribution {
    PartKind kind = PartKind::Level;
    int number = 0;
    QString name;
    std::vector<double> values;
    bool isSame(const Contribution &other) const { return kind == other.kind && number == other.number && name == other.name; }
};

/// A forecast taken apart: at each step the parts add up to its mean. A value.
class ForecastParts {
public:
    explicit ForecastParts(int horizon = 0) : m_horizon(horizon) {}

    int horizon() const { return m_horizon; }
    const std::vector<Contribution> &parts() const { return m_parts; }
    /// The values of that part, zeros where it was not there before.
    std::vector<double> &of(PartKind kind, int number = 0, const QString &name = {});
    /// nullptr: there is none.
    const Contribution *find(PartKind kind, int number = 0, const QString &name = {}) const;
    std::vector<double> sum() const;
    double sumAt(size_t step) const;

    /// Adds the parts of another with a weight.
    void add(const ForecastParts &other, double weight);
    void addAt(const ForecastParts &other, size_t step, double weight);
    /// What is missing to `mean` becomes a part of `kind`, where it is more than rounding.
    void closeOn(Values mean, PartKind kind = PartKind::Limit);
    /// Through a function of the sum: the level becomes the function of the level, and what the others do together is shared among them as
    /// their sizes are, which is how much each does on the straight way from the level to the sum (Aumann and Shapley).
    void bend(const std::function<double(double)> &function);

private:
    int m_horizon = 0;
    std::vector<Contribution> m_parts; ///< in the order in which they were first asked for
};

/// The same number in all places.
inline void fillWith(std::vector<double> &values, double value) { std::fill(values.begin(), values.end(), value); }

} // namespace foretrail
