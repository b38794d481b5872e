#pragma once

#include "core/data/AnnotationStore.h"
#include "core/preparation/Recipe.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// What is marked on the steps `first` to `last` of an axis, by step: the holidays of a region ("recipe": those of the recipe, "none"), then notes. Where
/// steps are longer than a day a holiday stands at the step that holds it; on days that the axis leaves out there is none.
QList<EventMark> forecastEvents(const TimeAxis &axis, qint64 first, qint64 last, const Recipe &recipe, const QString &region,
                                const QList<Annotation> &notes);

} // namespace foretrail
