#pragma once

#include "core/preparation/Preparation.h"
#include "core/preparation/WindowPlan.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// What a step did, as pictures. Steps that keep the unit (cleaning) show both lines in one chart, `before` is empty then.
struct StepPicture {
    ChartContent before;
    ChartContent after;
    bool isOne() const { return before.curves.isEmpty(); }
};

/// What a picture needs beside the stage itself.
struct StepSurroundings {
    QString title;       ///< of the step
    StepGroup group = StepGroup::Cleaning;
    QString valueTitle;  ///< of the series as it came from the data: "Revenue (GBP)"
    std::vector<QString> columnsBefore; ///< names of the columns that were there already
    std::vector<quint8> marksBefore;
    std::vector<WallMs> borders;        ///< first moments of validation and test; test alone where there is no validation
};

StepPicture stepPicture(const Stage &stage, const StepSurroundings &around);

/// A series as it is, with the borders where there are any.
ChartContent seriesPicture(const Series &series, const QString &valueTitle, const std::vector<WallMs> &borders);

} // namespace foretrail
