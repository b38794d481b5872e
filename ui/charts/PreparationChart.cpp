#include "ui/charts/PreparationChart.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct PreparationChartText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::PreparationChart)
};

constexpr int mostColumns = 6; ///< drawn of a step that adds columns; the table of windows shows all

bool isSameGrid(const TimeAxis &a, const TimeAxis &b)
{
    return a.step == b.step && a.closed == b.closed;
}

/// How a line is laid under the one before: moved to the right where the front was cut off, and as long.
struct Place {
    qint64 shift = 0;
    size_t size = 0;

    SharedValues line(std::vector<double> values) const
    {
        values.insert(values.begin(), size_t(shift), missing);
        values.resize(std::max(values.size(), size), missing);
        return shared(std::move(values));
    }
};

void addBorders(ChartContent &content, const std::vector<WallMs> &borders, qint64 size)
{
    for (size_t i = 0; i < borders.size(); ++i) {
        const qint64 index = content.axis.indexOf(borders[i]);
        if (index > 0 && index < size)
            content.marks.append({index, i + 1 < borders.size() ? PreparationChartText::tr("validation") : PreparationChartText::tr("test")});
    }
}

bool isSame(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// What this step did to each observation, sorted by kind.
QList<PointMarks> changesOf(const Stage &stage, const StepSurroundings &around)
{
    PointMarks changed{PreparationChartText::tr("changed"), PointShape::Ring, {}, {}};
    PointMarks filled{PreparationChartText::tr("filled"), PointShape::Diamond, {}, {}};
    PointMarks detected{PreparationChartText::tr("marked"), PointShape::Triangle, {}, {}};
    PointMarks gone{PreparationChartText::tr("taken out"), PointShape::Cross, {}, {}};
    const Frame &after = *stage.after;
    for (size_t i = 0; i < stage.before.size() && i < after.target.values.size(); ++i) {
        const double was = stage.before[i];
        const double is = after.target.values[i];
        const quint8 fresh = after.marks[i] & ~(i < around.marksBefore.size() ? around.marksBefore[i] : quint8(0));
        PointMarks *kind = isSame(was, is) ? (fresh & Detected ? &detected : nullptr) : std::isnan(is) ? &gone : std::isnan(was) ? &filled : &changed;
        if (!kind)
            continue;
        kind->at.push_back(qint64(i));
        kind->values.push_back(kind == &gone ? was : is);
    }
    QList<PointMarks> all;
    for (PointMarks *kind : {&changed, &filled, &detected, &gone})
        if (!kind->at.empty())
            all.append(std::move(*kind));
    return all;
}

/// Both lines in one chart: the step kept axis and unit.
ChartContent joinedPicture(const Stage &stage, const StepSurroundings &around)
{
    ChartContent content;
    content.axis = stage.axisBefore;
    content.valueTitle = around.valueTitle;
    content.points = changesOf(stage, around);
    if (!content.points.isEmpty())
        content.curves.append({PreparationChartText::tr("Before"), CurveRole::Earlier, 0, 0, shared(stage.before)});
    content.curves.append({PreparationChartText::tr("After"), CurveRole::History, 0, 0, shared(stage.after->target.values)});
    addBorders(content, around.borders, qint64(stage.before.size()));
    return content;
}

ChartContent beforePicture(const Stage &stage, const StepSurroundings &around)
{
    ChartContent content;
    content.axis = stage.axisBefore;
    content.valueTitle = around.valueTitle;
    content.curves.append({PreparationChartText::tr("Before"), CurveRole::History, 0, 0, shared(stage.before)});
    addBorders(content, around.borders, qint64(stage.before.size()));
    return content;
}

void addColumns(ChartContent &content, const Frame &frame, const StepSurroundings &around, const Place &place)
{
    int number = 0;
    for (const FeatureColumn &column : frame.columns) {
        const bool isNew = std::find(around.columnsBefore.begin(), around.columnsBefore.end(), column.name) == around.columnsBefore.end();
        if (!isNew || number >= mostColumns)
            continue;
        std::vector<double> history = column.values;
        history.resize(size_t(frame.size()), missing);
        content.curves.append({column.name, CurveRole::Other, number++, 0, place.line(std::move(history))});
    }
}

ChartContent afterPicture(const Stage &stage, const StepSurroundings &around)
{
    const Frame &frame = *stage.after;
    const bool isAligned = isSameGrid(stage.axisBefore, frame.target.axis);
    const Place place = isAligned ? Place{std::max<qint64>(stage.axisBefore.indexOf(frame.target.timeAt(0)), 0), stage.before.size()} : Place{};
    ChartContent content;
    content.axis = isAligned ? stage.axisBefore : frame.target.axis;
    content.valueTitle = around.title;
    if (around.group == StepGroup::Feature)
        addColumns(content, frame, around, place);
    else
        content.curves.append({PreparationChartText::tr("After"), CurveRole::History, 0, 0, place.line(frame.target.values)});
    addBorders(content, around.borders, frame.size() + place.shift);
    return content;
}

} // namespace

StepPicture stepPicture(const Stage &stage, const StepSurroundings &around)
{
    const bool keepsPlace = stage.axisBefore == stage.after->target.axis && qint64(stage.before.size()) == stage.after->size();
    const bool isOne = (around.group == StepGroup::Cleaning || around.group == StepGroup::Window) && keepsPlace;
    StepPicture picture;
    if (!isOne)
        picture.before = beforePicture(stage, around);
    picture.after = isOne ? joinedPicture(stage, around) : afterPicture(stage, around);
    picture.before.title = PreparationChartText::tr("Before: %1").arg(around.title);
    picture.after.title = PreparationChartText::tr("After: %1").arg(around.title);
    return picture;
}

ChartContent seriesPicture(const Series &series, const QString &valueTitle, const std::vector<WallMs> &borders)
{
    ChartContent content;
    content.axis = series.axis;
    content.title = series.name.isEmpty() ? series.key : series.name;
    content.valueTitle = valueTitle;
    content.curves.append({PreparationChartText::tr("Series"), CurveRole::History, 0, 0, shared(series.values)});
    addBorders(content, borders, series.size());
    return content;
}

} // namespace foretrail
