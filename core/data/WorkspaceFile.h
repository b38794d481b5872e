#pragma once

#include <QString>

namespace foretrail {

/// Whether the file is a workspace of any version, whatever it is called; false where it cannot be read. Asks the disk.
bool isWorkspaceFile(const QString &path);

} // namespace foretrail
