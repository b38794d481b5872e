#pragma once

#include "core/data/ImportHistory.h"
#include "ui/AppSession.h"

#include <QTemporaryDir>

#include <memory>

namespace foretrail {

/// What a person does with imports that are there, and with the clipboard: take back, bring back, feed rows again, export.
/// All of it runs as jobs. GUI thread only.
class ImportActions : public QObject {
    Q_OBJECT
public:
    ImportActions(AppSession &session, QWidget *page);

    /// Both ask first; of several imports all leave or come back in one step.
    void undo(const ImportGroup &group);
    void redo(const ImportGroup &group);
    void feed(const ImportReport &report, const QList<Correction> &corrections);
    void exportRejects(const ImportGroup &group);
    /// The files or the table on the clipboard; a table is written to a file first.
    void paste();

Q_SIGNALS:
    void changed(); ///< rows came, went or were corrected
    void pasted(const QStringList &files);

private:
    using Work = std::function<Result<bool>(Workspace &, JobContext &)>;
    void run(const QString &title, const Work &work, const QString &done);

    AppSession &m_session;
    QWidget *m_page;
    std::shared_ptr<QTemporaryDir> m_folder; ///< of what was pasted, until the program ends
};

} // namespace foretrail
