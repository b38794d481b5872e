#pragma once

#include "ui/AppSession.h"
#include "ui/charts/MarkDrawing.h"

namespace foretrail {

/// Asks for a path, named by the title of the drawing, and saves it as a job: "png", "svg", "pdf", "csv".
void saveDrawing(AppSession &session, QWidget *parent, const MarkDrawing &drawing, const QString &format);

} // namespace foretrail
