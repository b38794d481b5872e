#include "core/models/Panel.h"

#include "core/models/PooledRegression.h"

#include <algorithm>

namespace foretrail {

namespace {

std::vector<Values> cutBack(const std::vector<std::vector<double>> &series, int cut)
{
    std::vector<Values> known;
    for (const std::vector<double> &one : series)
        if (qint64(one.size()) > cut)
            known.push_back(Values(one).first(one.size() - size_t(cut)));
    return known;
}

} // namespace

std::shared_ptr<const PooledFit> Panel::pooled(const PooledShape &shape, int cut) const
{
    Place &place = placeOf(shape, cut);
    std::call_once(place.once, [&] { place.fit = fitPooled(cutBack(m_series, cut), shape); });
    return place.fit;
}

qint64 Panel::windows(const PooledShape &shape, int cut) const
{
    qint64 windows = 0;
    for (const std::vector<double> &one : m_series)
        windows += std::max<qint64>(qint64(one.size()) - cut - shape.lookback - shape.horizon + 1, 0);
    return windows;
}

Panel::Place &Panel::placeOf(const PooledShape &shape, int cut) const
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<Place> &place = m_fits[{shape, cut}];
    if (!place)
        place = std::make_unique<Place>();
    return *place;
}

} // namespace foretrail
