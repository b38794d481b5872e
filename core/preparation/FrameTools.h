#pragma once

#include "core/preparation/Frame.h"

namespace foretrail {

/// Puts another axis and its values under the frame, as alignment does: columns, marks and what was done so far go.
void setAligned(Frame &frame, Series aligned);

/// Cuts `count` observations off the front; the axis and all columns move with them.
void cutFront(Frame &frame, qint64 count);

/// Writes a value and marks it where it differs. NaN stands for missing.
void change(Frame &frame, qint64 index, double value, Mark mark = Changed);

/// Appends a derived column and its values over the history; steps ahead are NaN.
void addDerived(Frame &frame, DerivedColumn column);

} // namespace foretrail
