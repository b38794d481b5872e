#pragma once

#include "core/data/Workspace.h"

#include <QJsonObject>

namespace foretrail {

/// What was learnt from the data of a workspace, kept in it as a setting and of use as long as the data is the same.
struct KeptKind {
    QString setting;
    int format = 1;  ///< of the object; another one is not read
    QString noneYet; ///< what to say where there is none
};

/// NotFound where nothing is kept, or what is kept was learnt from other data.
Result<QJsonObject> keptOfData(Workspace &workspace, const KeptKind &kind);
/// Keeps what was learnt from the data with this fingerprint. Not where the workspace is read-only or somebody else is writing: the next
/// one learns it again.
void keepOfData(Workspace &workspace, const KeptKind &kind, const QString &fingerprint, QJsonObject learnt);

} // namespace foretrail
