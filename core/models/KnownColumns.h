#pragma once

#include "core/models/Forecaster.h"

#include <QJsonArray>

namespace foretrail {

/// The columns that are known ahead, as regressors of a least-squares model: each less its mean over the training part and
/// divided by its deviation there; what is missing counts as the mean. Columns that do not vary are left out.
class KnownColumns {
public:
    void setRegressors(const Regressors &regressors) { m_regressors = regressors; }
    /// Takes means and deviations from the steps of `train`.
    void learn(const Series &train);
    int count() const { return int(m_scales.size()); }
    /// InvalidInput where a column that was learnt is not at hand.
    Result<void> check() const;
    /// One list for each column: its values over the steps of a series.
    std::vector<std::vector<double>> over(const Series &series) const;
    QString nameOf(int column) const { return m_scales[size_t(column)].name; }
    /// One column at a step of the series (it may lie behind its end), less its mean and over its deviation.
    double at(int column, const Series &series, qint64 index) const;
    /// The sum of the columns at a step of the series (it may lie behind its end), each times its weight.
    double sumAt(const Series &series, qint64 index, Values weights) const;

    QJsonArray toJson() const; ///< [{name, mean, deviation}]
    /// False where a number is not one.
    bool restore(const QJsonArray &json);

private:
    struct Scale {
        QString name;
        double mean = 0;
        double deviation = 1;
    };
    const FeatureColumn *find(const QString &name) const;
    double valueAt(const Scale &scale, const FeatureColumn *column, qint64 step) const;

    Regressors m_regressors;
    std::vector<Scale> m_scales;
};

} // namespace foretrail
