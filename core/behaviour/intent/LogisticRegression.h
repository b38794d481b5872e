#pragma once

#include "core/jobs/JobContext.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace foretrail {

/// Rows of numbers, one behind the other.
struct FeatureRows {
    size_t width = 0;
    std::vector<double> values;
    size_t count() const { return width == 0 ? 0 : values.size() / width; }
    std::span<const double> row(size_t i) const { return {values.data() + i * width, width}; }
};

/// p = 1 / (1 + exp(-(b + w z))) where z are the features less their mean over their standard deviation (of the training, with n
/// below the line), kept within +-6; features that do not vary weigh nothing. Maximises the likelihood less ridge / 2 w w, the
/// offset b apart, by Newton's method, each step halved until it helps (iteratively reweighted least squares). Weights may be kept from
/// having the wrong sign: each step then minimises its parabola within the bounds, one weight after the other.
class LogisticRegression {
public:
    LogisticRegression() = default;
    /// `use`: the features that may weigh; empty: all. `directions`: 1 no weight below 0, -1 none above, 0 any; empty: any. TooShort
    /// without both classes, Degenerate where no maximum is found, Cancelled.
    static Result<LogisticRegression> fit(const FeatureRows &rows, const std::vector<bool> &happened, double ridge, JobContext &job,
                                          const std::vector<bool> &use = {}, const std::vector<int> &directions = {});

    double probability(std::span<const double> features) const;
    /// What each feature adds to the log odds, against a case with mean features.
    std::vector<double> contributions(std::span<const double> features) const;
    std::vector<double> standardised(std::span<const double> features) const;
    double offset() const { return m_offset; }
    const std::vector<double> &weights() const { return m_weights; } ///< of standardised features
    const std::vector<double> &means() const { return m_means; } ///< of the features of the training
    size_t width() const { return m_weights.size(); }
    QJsonObject toJson() const;
    static Result<LogisticRegression> fromJson(const QJsonObject &json);

private:
    void learnScale(const FeatureRows &rows, const std::vector<bool> &use);
    std::vector<double> m_means, m_spreads; ///< a spread of 0: the feature weighs nothing
    std::vector<double> m_weights;
    double m_offset = 0;
};

} // namespace foretrail
