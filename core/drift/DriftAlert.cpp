#include "core/drift/DriftAlert.h"

#include "core/base/NumberText.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct DriftAlertText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DriftAlert)
};

} // namespace

QString DriftAlert::sentence() const
{
    const int since = int(at - changedAt + 1);
    if (detector == u"page-hinkley")
        return (after > before ? DriftAlertText::tr("For %n steps more than before has happened, against the forecast: the error is %1 on average, %2 before.", nullptr, since)
                               : DriftAlertText::tr("For %n steps less than before has happened, against the forecast: the error is %1 on average, %2 before.", nullptr, since))
            .arg(plainNumber(after), plainNumber(before));
    return (after > before ? DriftAlertText::tr("For %n steps one-step errors have been larger: %1 on average, %2 before.", nullptr, since)
                           : DriftAlertText::tr("For %n steps one-step errors have been smaller: %1 on average, %2 before.", nullptr, since))
        .arg(plainNumber(after), plainNumber(before));
}

} // namespace foretrail
