#pragma once

#include "core/base/Result.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace foretrail {

/// The one of `kinds` that is called so; InvalidInput lists the names there are.
template<class Kind, size_t n, class Name>
Result<Kind> kindFromName(const QString &wanted, const std::array<Kind, n> &kinds, Name name)
{
    QStringList known;
    for (const Kind kind : kinds) {
        if (name(kind) == wanted)
            return kind;
        known << name(kind);
    }
    return fail(ErrorCode::InvalidInput, QCoreApplication::translate("foretrail::UpdateLadder", "There is no %1. There are: %2.").arg(wanted, known.join(QStringLiteral(", "))));
}

} // namespace foretrail
