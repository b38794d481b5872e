#include "core/training/BacktestFolds.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct BacktestFoldsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Backtest)
};

} // namespace

Result<void> Folds::begin()
{
    Result<Series> aligned = m_task.aligned();
    if (!aligned)
        return fail(aligned.error());
    m_aligned = std::move(*aligned);
    m_prepared.resize(size_t(2 * m_options.folds));
    if (origin(0) < 2 || first(0) < 0)
        return fail(ErrorCode::TooShort, {});
    return {};
}

qint64 Folds::origin(int index) const
{
    const int horizon = m_task.spec.horizon;
    return m_aligned.size() - horizon - qint64(m_options.folds - 1 - index) * m_options.strideFor(horizon);
}

qint64 Folds::first(int index) const
{
    if (m_options.window == BacktestWindow::Expanding)
        return 0;
    const qint64 length = m_options.windowLength > 0 ? m_options.windowLength : origin(0);
    return origin(taughtBy(index)) - length;
}

Result<PreparedSeries> Folds::make(int index, WallMs boundary) const
{
    const WallMs end = m_aligned.timeAt(origin(index));
    const qint64 begin = first(index);
    if (begin == 0)
        return m_task.prepared(boundary, end, m_task.spec.horizon);
    const TimeAxis &axis = m_task.series.axis;
    const qint64 from = axis.indexOf(m_aligned.timeAt(begin));
    const Series window = m_task.series.part(from, axis.indexOf(end) - from);
    return PreparationTask{window, m_task.spec, m_task.surroundings, m_task.job}.prepared(boundary, {}, m_task.spec.horizon);
}

Result<const PreparedSeries *> Folds::prepared(int index, const ModelSpec &model)
{
    const qint64 begin = first(index);
    const qint64 taught = origin(taughtBy(index));
    TimeAxis axis = m_aligned.axis;
    axis.start = m_aligned.timeAt(begin);
    const WallMs boundary = m_task.boundaryFor(axis, taught - begin, model);
    const bool validates = boundary != m_aligned.timeAt(taught);
    std::optional<PreparedSeries> &place = m_prepared[size_t(2 * index + (validates ? 1 : 0))];
    if (!place) {
        Result<PreparedSeries> made = make(index, boundary);
        if (!made)
            return fail(made.error());
        if (made->series().axis.closed != m_aligned.axis.closed)
            return fail(ErrorCode::Degenerate, BacktestFoldsText::tr("The folds reach into the first half of the series, where other weekdays have no trade. "
                                                                     "Ask for fewer folds, or choose the days in the step \"Trading days\"."));
        place = std::move(*made);
    }
    return &*place;
}

Fold Folds::fold(int index, const PreparedSeries &prepared) const
{
    const Values actual = Values(m_aligned.values).subspan(size_t(origin(index)), size_t(m_task.spec.horizon));
    return {index + 1, prepared.history().values, {actual.begin(), actual.end()}, prepared.frame().season, m_aligned.axis, origin(index)};
}

} // namespace foretrail
