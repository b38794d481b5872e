#pragma once

#include "core/models/Forecaster.h"
#include "core/series/Normaliser.h"

#include <QJsonArray>

namespace foretrail {

/// What a recurrent network sees of the columns beside a series: each brought to 0 to 1 over the learning part. Where nothing
/// is known of a column, its mean over the learning part stands.
class ColumnInputs {
public:
    void setRegressors(const Regressors &regressors);
    /// Takes the scales of the columns at hand from what lies before `end`.
    void learn(WallMs end);
    int count() const { return int(m_scales.size()); }
    bool followTarget() const { return count() > 0 && !m_regressors.derived.empty(); } ///< some of them
    /// InvalidInput where the columns at hand are not those that were learnt.
    Result<void> check() const;
    /// The step of the columns at which a series begins.
    qint64 placeOf(const TimeAxis &axis) const { return count() == 0 ? 0 : m_regressors.axis.indexOf(axis.start); }
    /// Appends all columns of one step as they stand.
    void append(std::vector<float> &inputs, qint64 step) const;

    QJsonArray toJson() const; ///< [{name, low, range, typical}]
    /// False where a number is not one.
    bool restore(const QJsonArray &json);

private:
    friend class ColumnPath;
    struct Scale {
        QString name;
        Normaliser range;
        double typical = 0;
    };
    double valueAt(size_t column, qint64 step) const;
    float scaled(size_t column, double value) const;

    Regressors m_regressors;
    std::vector<Scale> m_scales;
    std::vector<int> m_derived; ///< for each column its place in m_regressors.derived; -1: it does not follow from the target
};

/// The columns of one forecast: as they stand up to the first step that is forecast; beyond it as they are known ahead, as they
/// follow from the path, or held.
class ColumnPath {
public:
    ColumnPath(const ColumnInputs &inputs, qint64 origin) : m_inputs(inputs), m_origin(origin) {}
    /// Makes the next step known: everything before it, oldest first.
    void advance(Values before);
    void append(std::vector<float> &inputs, qint64 step) const;

private:
    const ColumnInputs &m_inputs;
    const qint64 m_origin; ///< the first step that is forecast
    std::vector<std::vector<double>> m_ahead; ///< of derived columns, for the steps behind the origin
};

} // namespace foretrail
