#pragma once

#include "ui/SampleWorkspace.h"

#include <QStringList>

class QWidget;

namespace foretrail {

class AppSession;

/// Asks a person for files and hands them to the session; what Start, the shortcuts and a drop have in common. Another
/// workspace is opened once the person leaves the one that is open.
namespace WorkspaceFiles {

inline constexpr auto suffix = "foretrail";

/// Asks where, and makes a workspace there; `thenImport` is imported into it.
void askNew(AppSession &session, QWidget *parent, const QStringList &thenImport = {});
void askOpen(AppSession &session, QWidget *parent);
void openSample(AppSession &session, QWidget *parent, SampleKind kind = SampleKind::Shop);
/// Asks for logs; without an open workspace, then also for a new one.
void askImport(AppSession &session, QWidget *parent);
/// Asks for a folder, whose tables are imported one after another.
void askImportFolder(AppSession &session, QWidget *parent);
/// A workspace among the files is opened; everything else is imported, into it where there is one.
void take(AppSession &session, QWidget *parent, const QStringList &files);
/// The same of files that nobody has chosen from a list, such as those of a command line: a workspace may have any name, and what is not there is
/// told. The disk is asked in a job.
void takeUnseen(AppSession &session, QWidget *parent, const QStringList &files);

} // namespace WorkspaceFiles
} // namespace foretrail
