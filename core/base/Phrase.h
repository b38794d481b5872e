#pragma once

#include <QStringList>

namespace foretrail {

/// Texts of the program that are kept with data and shown in the language that is spoken when somebody looks.
namespace Phrase {

/// What to keep: JSON of the context, the source text as in tr(), and the arguments for its %1, %2 and so on (at most five). Mark the
/// source with QT_TRANSLATE_NOOP.
QString kept(const char *context, const char *source, const QStringList &arguments = {});
/// The text in the language of now; any other text, as older workspaces keep it, comes back as it is.
QString shown(const QString &kept);

} // namespace Phrase
} // namespace foretrail
