#include "ui/models/OverrideDraft.h"

#include <QUndoCommand>

#include <algorithm>

namespace foretrail {

/// All corrections at some steps before a change and after it.
class OverrideDraft::Change : public QUndoCommand {
public:
    Change(OverrideDraft &draft, const QString &text, const QList<WallMs> &times, const QList<Override> &now)
        : QUndoCommand(text), m_draft(draft), m_times(times), m_before(draft.at(times)), m_after(now)
    {
    }
    void undo() override { m_draft.take(m_times, m_before); }
    void redo() override { m_draft.take(m_times, m_after); }

private:
    OverrideDraft &m_draft;
    QList<WallMs> m_times;
    QList<Override> m_before;
    QList<Override> m_after;
};

void OverrideDraft::setKept(const KeptAdjustments &kept, const Forecast &forecast, const TimeAxis &axis, qint64 origin, const ForecastLimits &limits, const QString &model)
{
    if (kept.question != m_kept.question)
        m_undo.clear();
    m_kept = kept;
    m_forecast = forecast;
    m_axis = axis;
    m_origin = origin;
    m_limits = limits;
    m_model = model;
    Q_EMIT changed();
}

void OverrideDraft::clear()
{
    setKept({}, {}, {}, 0, {}, {});
}

QList<Override> OverrideDraft::at(const QList<WallMs> &times) const
{
    QList<Override> found;
    std::copy_if(m_kept.overrides.begin(), m_kept.overrides.end(), std::back_inserter(found), [&](const Override &one) { return times.contains(one.time); });
    return found;
}

void OverrideDraft::compute() { m_kept.forecast = adjusted(m_forecast, m_axis, m_origin, m_kept.overrides, m_limits); }

void OverrideDraft::take(const QList<WallMs> &times, const QList<Override> &now)
{
    m_kept.overrides.removeIf([&](const Override &one) { return times.contains(one.time); });
    m_kept.overrides += now;
    std::ranges::stable_sort(m_kept.overrides, [](const Override &a, const Override &b) { return std::pair(a.time, a.layer) < std::pair(b.time, b.layer); });
    compute();
    Q_EMIT changed();
    Q_EMIT storeWanted(m_kept.question, times, now);
}

void OverrideDraft::push(const QString &text, const QList<WallMs> &times, const QList<Override> &now)
{
    if (at(times) != now)
        m_undo.push(new Change(*this, text, times, now));
}

void OverrideDraft::correct(OverrideLayer layer, const QList<Wish> &wishes, const QString &reason)
{
    QList<WallMs> times;
    for (const Wish &wish : wishes)
        times.append(forecast().steps.at(size_t(wish.step)).time);
    QList<Override> now = at(times);
    now.removeIf([layer](const Override &one) { return one.layer == layer; });
    for (const Wish &wish : wishes) {
        const AdjustedStep &step = forecast().steps.at(size_t(wish.step));
        if (wish.correction)
            now.append({layer, step.time, wish.correction->kind, wish.correction->amount, reason, step.beneath(layer), m_model, QDateTime::currentDateTimeUtc()});
    }
    push(tr("Correct %n steps", nullptr, int(wishes.size())), times, now);
}

void OverrideDraft::spread(OverrideLayer layer, const QList<int> &steps, double total, const QString &reason)
{
    std::vector<double> beneath;
    for (const int step : steps)
        beneath.push_back(forecast().steps.at(size_t(step)).beneath(layer));
    const std::vector<double> values = spreadTotal(beneath, total);
    QList<Wish> wishes;
    for (qsizetype i = 0; i < steps.size(); ++i)
        wishes.append({steps[i], TypedOverride{OverrideKind::Value, values[size_t(i)]}});
    correct(layer, wishes, reason);
}

void OverrideDraft::setReason(int step, const QString &reason)
{
    const WallMs time = forecast().steps.at(size_t(step)).time;
    QList<Override> now = at({time});
    if (now.isEmpty())
        return;
    now.last().reason = reason.trimmed();
    push(tr("Change a reason"), {time}, now);
}

void OverrideDraft::remove(const QList<int> &steps)
{
    QList<WallMs> times;
    for (const int step : steps)
        times.append(forecast().steps.at(size_t(step)).time);
    push(tr("Remove corrections"), times, {});
}

} // namespace foretrail
