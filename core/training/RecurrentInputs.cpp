#include "core/training/RecurrentInputs.h"

#include "core/models/Intervals.h"
#include "core/models/StateReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

void RecurrentInputs::learn(const Series &train, const FitOptions &options)
{
    const qint64 learning = train.size() - options.validation;
    const Values part = Values(train.values).first(size_t(learning));
    m_normaliser = m_spec.normalisation == Normalisation::MinMax ? Normaliser::fit(part) : Normaliser{};
    m_windowScale = options.windowScale;
    m_season = m_spec.seasonInputs ? SeasonInputs::forSeason(seasonOf(m_spec, train)) : SeasonInputs{};
    m_columns.learn(train.timeAt(learning));
}

// A window scaled by its last value keeps the unit of the series, so the range of the learning part makes it small.
WindowScaling RecurrentInputs::scalingOf(Values window) const
{
    if (m_windowScale == WindowScale::None)
        return {m_normaliser.low, m_normaliser.range};
    WindowScaling scaling;
    windowScaleOf(window, m_windowScale, scaling.centre, scaling.width);
    if (m_windowScale == WindowScale::Last)
        scaling.width = m_normaliser.range;
    return scaling;
}

WindowScaling RecurrentInputs::scalingBefore(const Series &series, qint64 target) const
{
    return scalingOf(Values(series.values).subspan(size_t(target - m_spec.lookback), size_t(m_spec.lookback)));
}

std::vector<qint64> RecurrentInputs::targets(const Series &series, qint64 first, qint64 end) const
{
    std::vector<qint64> found;
    qint64 known = 0; // values in a row before the target
    for (qint64 i = std::max<qint64>(first - m_spec.lookback, 0); i < end; ++i) {
        const bool isMissing = std::isnan(series.values[size_t(i)]);
        if (i >= first && !isMissing && known >= m_spec.lookback)
            found.push_back(i);
        known = isMissing ? 0 : known + 1;
    }
    return found;
}

void RecurrentInputs::appendStep(std::vector<float> &inputs, float value, qint64 placeAfter, qint64 columnAfter) const
{
    m_season.append(inputs, value, placeAfter);
    m_columns.append(inputs, columnAfter);
}

void SeriesWindows::gather(std::span<const qint64> windows, const WindowBatch &batch) const
{
    const auto lookback = qint64(m_inputs.lookback());
    const qint64 place = placeOfStart(m_series.axis);
    const qint64 column = m_inputs.columns().placeOf(m_series.axis);
    std::vector<float> step;
    for (size_t row = 0; row < windows.size(); ++row) {
        const qint64 target = m_targets[size_t(windows[row])];
        const WindowScaling scaling = m_inputs.scalingBefore(m_series, target);
        for (qint64 t = 0; t < lookback; ++t) {
            const qint64 at = target - lookback + t;
            step.clear();
            m_inputs.appendStep(step, scaling.scaled(m_series.values[size_t(at)]), place + at + 1, column + at + 1);
            std::copy(step.begin(), step.end(), batch.inputs + (size_t(t) * windows.size() + row) * size_t(batch.stride));
        }
        for (qint64 h = 0; batch.targets && h < m_ahead; ++h)
            batch.targets[row * size_t(m_ahead) + size_t(h)] = target + h < m_end ? scaling.scaled(m_series.values[size_t(target + h)]) : float(missing);
    }
}

RecurrentInputs::Path RecurrentInputs::pathFrom(const Series &series, qint64 origin) const
{
    // Columns that follow from the target may look back to its beginning.
    const qint64 first = m_columns.followTarget() ? 0 : origin - m_spec.lookback;
    const qint64 column = m_columns.placeOf(series.axis);
    return {origin, placeOfStart(series.axis), column, {series.values.begin() + first, series.values.begin() + origin},
            ColumnPath(m_columns, column + origin)};
}

void RecurrentInputs::appendWindow(std::vector<float> &inputs, Path &path) const
{
    const Values window = Values(path.known).last(size_t(m_spec.lookback));
    const qint64 first = path.origin + path.ahead - m_spec.lookback;
    path.scaling = scalingOf(window);
    for (size_t t = 0; t < window.size(); ++t) {
        const qint64 next = first + qint64(t) + 1;
        m_season.append(inputs, path.scaling.scaled(window[t]), path.place + next);
        path.columns.append(inputs, path.column + next);
    }
}

void RecurrentInputs::advance(Path &path, float output) const
{
    path.known.push_back(path.scaling.restored(output));
    path.columns.advance(path.known);
    ++path.ahead;
}

void RecurrentInputs::saveTo(QJsonObject &state) const
{
    state.insert(QStringLiteral("low"), m_normaliser.low);
    state.insert(QStringLiteral("range"), m_normaliser.range);
    state.insert(QStringLiteral("season"), m_season.season);
    state.insert(QStringLiteral("pairs"), m_season.pairs);
    state.insert(QStringLiteral("windowScale"), windowScaleName(m_windowScale));
    state.insert(QStringLiteral("columns"), m_columns.toJson());
}

Result<void> RecurrentInputs::restore(const QJsonObject &state)
{
    StateReader reader(state);
    m_normaliser = {reader.number("low"), reader.number("range")};
    m_season = {reader.integer("season", 1, 1'000'000), reader.integer("pairs", 0, 3)};
    if (const Result<void> read = reader.outcome(); !read)
        return read;
    // Runs stored before networks took columns have neither of these two.
    m_windowScale = windowScaleFromName(state[QStringLiteral("windowScale")].toString());
    if (!(m_normaliser.range > 0) || !m_columns.restore(state[QStringLiteral("columns")].toArray()))
        return fail(ErrorCode::Format, QCoreApplication::translate("foretrail::RecurrentForecaster", "The stored model is damaged. Train it again."));
    return {};
}

} // namespace foretrail
