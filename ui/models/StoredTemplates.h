#pragma once

#include "core/data/ImportTemplates.h"

#include <QDateTime>

namespace foretrail {

/// A template in the folder of templates, and since when it is there.
struct StoredTemplate {
    QString path;
    QString name;
    QDateTime saved;
    ImportPlan plan;
};

/// The folder of templates as a list. Reads the disk: not for the GUI thread.
namespace StoredTemplates {

/// The newest first; files that are no templates are left out.
QList<StoredTemplate> list(const QString &folder);
/// When the template of this name for these columns was saved; invalid where it is not known.
QDateTime savedOn(const QString &folder, const ImportTemplates::Template &one);
Result<void> remove(const QString &path);

} // namespace StoredTemplates
} // namespace foretrail
