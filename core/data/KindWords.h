#pragma once

#include <QString>

namespace foretrail {

/// What a log means by a word of its kind column, in English or Chinese, however it is joined and whatever its case: view,
/// cart, favourite, purchase, return or adjustment; other for kinds that mean none of these (search, checkout, remove from
/// cart); empty for a word that is not known.
QString meaningOfWord(const QString &word);

} // namespace foretrail
