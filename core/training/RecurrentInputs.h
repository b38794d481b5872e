#pragma once

#include "core/neural/interface/RecurrentNetwork.h"
#include "core/training/ColumnInputs.h"
#include "core/training/SeasonInputs.h"

namespace foretrail {

/// What brings the values of one window to the size that a network sees.
struct WindowScaling {
    double centre = 0;
    double width = 1;
    float scaled(double value) const { return float((value - centre) / width); }
    double restored(float value) const { return centre + double(value) * width; }
};

/// How a series becomes what a recurrent network sees: at each step of a window the scaled value, the place in the season of the
/// step after it and the columns of the step after it.
class RecurrentInputs {
public:
    explicit RecurrentInputs(const ModelSpec &spec) : m_spec(spec) {}

    ColumnInputs &columns() { return m_columns; }
    const ColumnInputs &columns() const { return m_columns; }
    const SeasonInputs &season() const { return m_season; }
    /// Scales from what is left of `train` without the validation part.
    void learn(const Series &train, const FitOptions &options);
    int features() const { return m_season.features() + m_columns.count(); }

    WindowScaling scalingBefore(const Series &series, qint64 target) const;
    /// Those of [first, end) that have a whole window before them; neither they nor the window are missing.
    std::vector<qint64> targets(const Series &series, qint64 first, qint64 end) const;
    int lookback() const { return m_spec.lookback; }
    /// Appends what the network sees of one step: the scaled value, and the place in the season and the columns of the step after it.
    void appendStep(std::vector<float> &inputs, float value, qint64 placeAfter, qint64 columnAfter) const;

    /// One way ahead: what is known, then what was forecast.
    struct Path {
        qint64 origin = 0;         ///< observations known
        qint64 place = 0;          ///< of the first observation in the season
        qint64 column = 0;         ///< step of the columns at the first observation
        std::vector<double> known; ///< up to where the path has come, as far back as something looks
        ColumnPath columns;
        int ahead = 0;             ///< steps forecast
        WindowScaling scaling{};   ///< of the window that went through the network last
    };
    Path pathFrom(const Series &series, qint64 origin) const;
    /// Appends the window that ends where the path has come to.
    void appendWindow(std::vector<float> &inputs, Path &path) const;
    /// The network's answer to that window becomes the next step of the path.
    void advance(Path &path, float output) const;

    void saveTo(QJsonObject &state) const;
    /// Format when the state is damaged.
    Result<void> restore(const QJsonObject &state);

private:
    WindowScaling scalingOf(Values window) const;

    const ModelSpec m_spec;
    Normaliser m_normaliser;
    WindowScale m_windowScale = WindowScale::None;
    SeasonInputs m_season;
    ColumnInputs m_columns;
};

/// The windows of a series before each of `targets`, with as many values from there on as `ahead` says (those at or behind `end` are
/// left open); made when they are asked for. What it is made of must outlive it.
class SeriesWindows : public Windows {
public:
    SeriesWindows(const RecurrentInputs &inputs, const Series &series, std::vector<qint64> targets, int ahead, qint64 end)
        : m_inputs(inputs), m_series(series), m_targets(std::move(targets)), m_ahead(ahead), m_end(end) {}
    qint64 count() const override { return qint64(m_targets.size()); }
    WindowSize size() const override { return {m_inputs.lookback(), m_inputs.features(), 0, m_ahead}; }
    void gather(std::span<const qint64> windows, const WindowBatch &batch) const override;

private:
    const RecurrentInputs &m_inputs;
    const Series &m_series;
    const std::vector<qint64> m_targets;
    const int m_ahead;
    const qint64 m_end;
};

} // namespace foretrail
