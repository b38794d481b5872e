#include "core/data/AdoptedSettings.h"

#include "core/data/import/RowSink.h"

namespace foretrail {

Result<void> adoptSettings(Workspace &workspace, const ImportPlan &plan)
{
    const Result<DataSummary> before = workspace.data().summary();
    if (!before || (plan.kind != SourceKind::Sales && plan.kind != SourceKind::Events))
        return {};
    if (!plan.currency.isEmpty() && before->currency.isEmpty())
        if (Result<void> kept = workspace.setSetting(QStringLiteral("currency"), plan.currency); !kept)
            return kept;
    if (before->events > 0 || !hasClock(plan))
        return {};
    return workspace.setSetting(QStringLiteral("timeZone"), plan.timeZone);
}

} // namespace foretrail
