#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "core/data/ImportSources.h"
#include "core/data/Workspace.h"

#include <functional>

namespace foretrail {

/// What has become of one of several files so far.
struct FileOutcome {
    enum class State {
        Importing,
        Done,
        Empty,   ///< no rows, below the columns or at all: a day without any
        Differs, ///< other columns, or most of the first rows cannot be read: it needs a look of its own
        Failed
    };
    State state = State::Importing;
    ImportReport report{}; ///< of Done
    QString problem{};     ///< of Failed: what happened and what to do
};

/// Whether the next file would meet the same when this one could be looked at and not imported.
bool endsAllImports(const Error &error);
/// Whether a file has no bytes: as good as a day without rows.
bool isEmptyFile(const SourceFile &source);

/// Files that are to be read in one way.
struct AlikeFiles {
    QList<SourceFile> files;
    ImportPlan plan;     ///< of all of them but for the part
    QStringList header;  ///< names of the columns, as a preview gives them
    qint64 group = 0;    ///< as for importFile()
};

/// Imports files one after another as one group, each in a transaction of its own. A file that cannot be read so is left for
/// later and told. `tell` hears of each change, in this thread. Progress is in bytes of all files.
/// Cancelled, what ends every import (a full disk), or what keeps the first from being stored: the file told last stored
/// nothing, those before it stay.
Result<void> importAlike(Workspace &workspace, const AlikeFiles &files, const std::function<void(qsizetype, const FileOutcome &)> &tell,
                         JobContext &job);

} // namespace foretrail
