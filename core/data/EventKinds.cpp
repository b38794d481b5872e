#include "core/data/EventKinds.h"

#include "core/data/KindWords.h"

namespace foretrail {

QString kindMeaning(const QString &kind)
{
    const QString known = meaningOfWord(kind);
    return known.isEmpty() ? QStringLiteral("other") : known;
}

bool isPurchaseKind(const QString &kind) { return kindMeaning(kind) == QStringLiteral("purchase"); }

} // namespace foretrail
