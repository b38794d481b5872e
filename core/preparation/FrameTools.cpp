#include "core/preparation/FrameTools.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

void setAligned(Frame &frame, Series aligned)
{
    frame.target = std::move(aligned);
    frame.actual = frame.target.values;
    frame.marks.assign(frame.target.values.size(), Unmarked);
    frame.columns.clear();
    frame.derived.clear();
}

void cutFront(Frame &frame, qint64 count)
{
    count = std::clamp<qint64>(count, 0, frame.size());
    frame.target = frame.target.part(count, frame.size());
    frame.actual.erase(frame.actual.begin(), frame.actual.begin() + count);
    frame.marks.erase(frame.marks.begin(), frame.marks.begin() + count);
    for (FeatureColumn &column : frame.columns)
        column.values.erase(column.values.begin(), column.values.begin() + count);
    frame.fitLength = std::max<qint64>(frame.fitLength - count, 0);
}

void change(Frame &frame, qint64 index, double value, Mark mark)
{
    double &place = frame.target.values[size_t(index)];
    if (place == value || (std::isnan(place) && std::isnan(value)))
        return;
    place = value;
    frame.marks[size_t(index)] |= mark;
}

void addDerived(Frame &frame, DerivedColumn column)
{
    FeatureColumn values{column.name, std::vector<double>(size_t(frame.size() + frame.ahead), missing), false};
    const Values all(frame.target.values);
    for (qint64 t = 0; t < frame.size(); ++t)
        values.values[size_t(t)] = column.next(all.first(size_t(t)));
    frame.columns.push_back(std::move(values));
    frame.derived.push_back(std::move(column));
}

} // namespace foretrail
