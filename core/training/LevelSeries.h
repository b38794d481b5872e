#pragma once

#include "core/models/SeasonalIndices.h"
#include "core/training/BesideCoding.h"
#include "core/training/CrossFit.h"
#include "core/series/Series.h"

#include <vector>

class QJsonObject;

namespace foretrail {

class StateReader;

/// What turns a series into levels, taken from what is known of it when a model is fitted.
struct LevelScale {
    SeasonalIndices season; ///< place 0 is that of the first observation; without index: none is taken off
    bool isLog = false;
    double least = 0;       ///< what later values count as where they have no logarithm, or nearly none
    std::vector<double> medians; ///< of columns beside it (BesideCoding::medians)

    LevelScale() = default;
    /// `takesSeason`: off comes the season that a test finds (SeasonTest). No logarithms where values are not those of the data.
    LevelScale(const Series &known, int seasonLength, bool takesSeason, bool isOriginalScale);

    void saveTo(QJsonObject &state) const;
    /// The reader's outcome() tells where it is damaged.
    static LevelScale restored(const QJsonObject &state, StateReader &reader);
};

/// A series as a network over many sees it: logarithms where everything is above zero, less a season where that is wanted, so that
/// what is left of its size is a level.
class LevelSeries {
public:
    LevelSeries() = default;
    LevelSeries(const Series &series, const LevelScale &scale);
    LevelSeries(const Series &series, int season, bool takesSeason, bool isOriginalScale)
        : LevelSeries(series, LevelScale(series, season, takesSeason, isOriginalScale)) {}

    int size() const { return int(m_values.size()); }
    void setBeside(SeenBeside beside) { m_beside = std::move(beside); }
    /// Of a column beside it on step `index`, which may lie ahead; 0 where nothing is known.
    float column(int column, int index) const
    {
        const std::vector<float> &values = m_beside.columns[size_t(column)];
        return index >= 0 && size_t(index) < values.size() ? values[size_t(index)] : 0.0F;
    }
    const std::vector<float> &attributes() const { return m_beside.attributes; }
    /// The autoregression that a network corrects; `values` of the series, which must outlive this.
    void setBase(std::shared_ptr<const PooledFit> fit, Values values);
    /// What it says of the `horizon` steps behind `origin`, as the network would see it.
    std::vector<double> base(int origin, int horizon) const;
    /// The first value stands for those before the beginning.
    float at(int index) const { return m_values[size_t(index < 0 ? 0 : index)]; }
    /// A value of observation `index`, in the unit of the series again.
    double restored(double value, int index) const;
    /// A value of the series as the network would see it at observation `index`.
    double seen(double value, int index) const;
    qint64 place() const { return m_place; } ///< of the first observation, in steps of its calendar

private:
    std::vector<float> m_values;
    SeenBeside m_beside;
    std::shared_ptr<const PooledFit> m_base;
    Values m_own;
    LevelScale m_scale;
    qint64 m_place = 0;
};

} // namespace foretrail
