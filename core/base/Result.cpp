#include "core/base/Result.h"

#include <QCoreApplication>

namespace foretrail {

Error Error::cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("foretrail::Error", "Cancelled."), {}};
}

Error Error::within(const QString &what) const
{
    return {code, what + QStringLiteral(": ") + message, detail};
}

} // namespace foretrail
