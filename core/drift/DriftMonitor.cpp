#include "core/drift/DriftMonitor.h"

#include "core/drift/StateFields.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

DriftMonitor::DriftMonitor(const DriftSettings &settings)
    : m_settings(settings), m_pageHinkley(settings.pageHinkley), m_adwin(settings.adwin), m_ddm(settings.ddm)
{
}

/// The one that dates a change best first.
std::array<DriftMonitor::Named, 3> DriftMonitor::detectors() const
{
    return {{{"page-hinkley", &m_pageHinkley}, {"adwin", &m_adwin}, {"ddm", &m_ddm}}};
}

std::optional<DriftAlert> DriftMonitor::add(double error)
{
    ++m_steps;
    m_isAlerted = false;
    if (!std::isfinite(error))
        return {};
    keep(error);
    if (!(m_scale.width > 0)) {
        learn();
        return {};
    }
    const auto margin = size_t(m_settings.margin);
    if (m_learnt > size_t(m_settings.learning) + margin && m_learnt <= size_t(m_settings.settled) + margin)
        m_scale = scaleOf(m_kept.size() - m_learnt, m_kept.size() - margin);
    if (tell(error) != DriftState::Drift)
        return {};
    for (const Named &one : detectors()) {
        if (one.detector->score() < 1)
            continue;
        const size_t changed = m_kept.size() - std::clamp<size_t>(size_t(one.detector->sinceChange()), 1, m_kept.size() - 1); // something was before
        const DriftAlert alert = alertOf(one, changed);
        m_kept.erase(m_kept.begin(), m_kept.begin() + std::ptrdiff_t(changed));
        reset();
        m_learnt = m_kept.size();
        m_isAlerted = true;
        return alert;
    }
    return {};
}

void DriftMonitor::keep(double error)
{
    m_kept.push_back({m_steps - 1, error});
    if (m_kept.size() > size_t(m_settings.kept))
        m_kept.erase(m_kept.begin());
    m_learnt = std::min(m_learnt + 1, m_kept.size());
}

/// Once what is usual is known, the detectors are told of the errors that said it.
void DriftMonitor::learn()
{
    if (m_learnt < size_t(m_settings.learning))
        return;
    const size_t first = m_kept.size() - m_learnt;
    m_scale = scaleOf(first, m_kept.size());
    for (size_t i = first; m_scale.width > 0 && i < m_kept.size(); ++i)
        tell(m_kept[i].error);
}

ErrorScale DriftMonitor::scaleOf(size_t first, size_t end) const
{
    std::vector<double> errors;
    for (size_t i = first; i < end; ++i)
        errors.push_back(m_kept[i].error);
    return usualErrors(errors);
}

DriftState DriftMonitor::tell(double error)
{
    const double scaled = m_scale.scaled(error), size = std::abs(scaled);
    return std::max({m_pageHinkley.add(std::clamp(scaled, -m_settings.widest, m_settings.widest)),
                     m_adwin.add(size / m_settings.widest), m_ddm.add(size > m_settings.band ? 1 : 0)});
}

DriftAlert DriftMonitor::alertOf(const Named &found, size_t changed) const
{
    const bool isOfSizes = found.detector != &m_pageHinkley;
    return {m_steps - 1, m_kept[changed].step, QLatin1String(found.name),
            meanOfKept(0, changed, isOfSizes), meanOfKept(changed, m_kept.size(), isOfSizes), found.detector->score()};
}

double DriftMonitor::meanOfKept(size_t first, size_t end, bool isOfSizes) const
{
    double sum = 0;
    for (size_t i = first; i < end; ++i)
        sum += isOfSizes ? std::abs(m_kept[i].error) : m_kept[i].error;
    return end > first ? sum / double(end - first) : missing;
}

double DriftMonitor::score() const
{
    if (m_isAlerted || !(m_scale.width > 0))
        return m_isAlerted ? 1 : 0;
    return std::max({m_pageHinkley.score(), m_adwin.score(), m_ddm.score()});
}

DriftState DriftMonitor::state() const
{
    if (m_isAlerted || !(m_scale.width > 0))
        return m_isAlerted ? DriftState::Drift : DriftState::Learning;
    return std::max({m_pageHinkley.state(), m_adwin.state(), m_ddm.state(), DriftState::Stable});
}

void DriftMonitor::reset()
{
    m_learnt = 0;
    m_scale = {};
    m_isAlerted = false;
    m_pageHinkley.reset();
    m_adwin.reset();
    m_ddm.reset();
}

QJsonObject DriftMonitor::toJson() const
{
    std::vector<double> errors, places;
    for (const Kept &one : m_kept) {
        errors.push_back(one.error);
        places.push_back(double(one.step));
    }
    return {{QStringLiteral("format"), 1}, {QStringLiteral("settings"), m_settings.toJson()}, {QStringLiteral("steps"), m_steps},
            {QStringLiteral("errors"), jsonNumbers(errors)}, {QStringLiteral("places"), jsonNumbers(places)}, {QStringLiteral("learnt"), qint64(m_learnt)},
            {QStringLiteral("centre"), m_scale.centre}, {QStringLiteral("width"), m_scale.width}, {QStringLiteral("alerted"), m_isAlerted ? 1 : 0},
            {QStringLiteral("pageHinkley"), m_pageHinkley.stateJson()}, {QStringLiteral("adwin"), m_adwin.stateJson()}, {QStringLiteral("ddm"), m_ddm.stateJson()}};
}

Result<void> DriftMonitor::restore(const QJsonObject &json)
{
    StateFields fields(json, StateFields::Keys::Required);
    std::vector<double> errors, places;
    qint64 learnt = 0;
    int format = 0, alerted = 0;
    fields.integer("format", format, 1, 1);
    fields.object("settings"); // read already
    fields.count("steps", m_steps);
    fields.numbers("errors", errors);
    fields.numbers("places", places);
    fields.count("learnt", learnt);
    fields.number("centre", m_scale.centre);
    fields.number("width", m_scale.width, 0);
    fields.integer("alerted", alerted, 0, 1);
    if (errors.size() != places.size() || errors.size() > size_t(m_settings.kept) || size_t(learnt) > errors.size())
        fields.refuse("errors", QStringLiteral("%1, %2, %3").arg(errors.size()).arg(places.size()).arg(learnt));
    for (size_t i = 0; i < std::min(errors.size(), places.size()); ++i)
        m_kept.push_back({qint64(places[i]), errors[i]});
    m_learnt = size_t(learnt);
    m_isAlerted = alerted == 1;
    for (const auto &[key, read] : {std::pair("pageHinkley", m_pageHinkley.restore(fields.object("pageHinkley"))),
                                    std::pair("adwin", m_adwin.restore(fields.object("adwin"))), std::pair("ddm", m_ddm.restore(fields.object("ddm")))})
        if (!read)
            fields.refuse(read.error().within(QLatin1String(key)));
    return fields.outcome();
}

Result<DriftMonitor> DriftMonitor::fromJson(const QJsonObject &json)
{
    const Result<DriftSettings> settings = DriftSettings::fromJson(json[QStringLiteral("settings")].toObject());
    if (!settings)
        return fail(Error{ErrorCode::Format, settings.error().message, {}}.within(QStringLiteral("settings")));
    DriftMonitor monitor(*settings);
    return monitor.restore(json).map([&] { return monitor; });
}

} // namespace foretrail
