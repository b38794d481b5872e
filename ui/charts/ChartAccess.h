#pragma once

namespace foretrail {

/// Makes the charts known as charts to screen readers: role, name (the title) and description (what is shown, or what the cursor points at). Call
/// once; again does no harm.
void installChartAccess();

} // namespace foretrail
