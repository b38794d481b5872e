#include "ui/pages/ImportActions.h"

#include "core/base/OutputFile.h"
#include "core/report/RejectsReport.h"
#include "ui/asking/Confirm.h"
#include "ui/asking/FileDialogs.h"
#include "ui/models/ImportWords.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace foretrail {

namespace {

struct Pasted {
    std::shared_ptr<QTemporaryDir> folder;
    QString path;
};

Result<Pasted> writePasted(const QString &text)
{
    auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(QStringLiteral("clipboard.csv"));
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return fail(file.error());
    file->write(text.toUtf8());
    if (const Result<void> written = file->commit(); !written)
        return fail(written.error());
    return Pasted{folder, path};
}

} // namespace

ImportActions::ImportActions(AppSession &session, QWidget *page) : QObject(page), m_session(session), m_page(page) {}

void ImportActions::run(const QString &title, const Work &work, const QString &done)
{
    m_session.runOnWorkspace<bool>({title, Lane::Write, true, true}, work, this, [this, title, done](Result<bool> ended) {
        if (!ended)
            return m_session.report(ended.error(), title);
        Q_EMIT m_session.said(done);
        Q_EMIT changed();
    });
}

namespace {

/// The one import, or all of its group.
template<class One, class All>
auto change(const ImportGroup &group, One one, All all)
{
    return [=, id = group.id, import = group.imports.front().importId, isSingle = group.isSingle()](Workspace &workspace, JobContext &job) {
        return isSingle ? one(workspace, import, job).map([](const auto &) { return true; })
                        : all(workspace, id, job).map([](const auto &) { return true; });
    };
}

} // namespace

void ImportActions::undo(const ImportGroup &group)
{
    const QString name = ImportWords::name(group);
    Confirm::ask(m_page, {tr("Undo import"), ImportWords::undoQuestion(group), tr("Undo import")}, [this, group, name] {
        run(tr("Taking back %1").arg(name), change(group, &undoImport, &undoGroup), tr("Took back %1.").arg(name));
    });
}

void ImportActions::redo(const ImportGroup &group)
{
    const QString name = ImportWords::name(group);
    Confirm::ask(m_page, {tr("Redo import"), ImportWords::redoQuestion(group), tr("Redo import")}, [this, group, name] {
        run(tr("Bringing back %1").arg(name), change(group, &redoImport, &redoGroup), tr("Brought back %1.").arg(name));
    });
}

void ImportActions::feed(const ImportReport &report, const QList<Correction> &corrections)
{
    const QString title = tr("Feeding %1 corrected rows").arg(QLocale().toString(corrections.size()));
    m_session.runOnWorkspace<ImportReport>({title, Lane::Write, true, true},
        [corrections, import = report.importId](Workspace &workspace, JobContext &job) { return feedAgain(workspace, import, corrections, job); },
        this, [this, title, before = report, corrections](Result<ImportReport> after) {
            if (!after)
                return m_session.report(after.error(), title);
            const qint64 left = corrections.size() - (before.rejected - after->rejected);
            const QString taken = QLocale().toString(before.rejected - after->rejected);
            Q_EMIT m_session.said(left > 0 ? tr("Corrected rows taken: %1; still not readable: %2.").arg(taken, QLocale().toString(left))
                                           : tr("Corrected rows taken: %1.").arg(taken));
            m_session.corrections().removeFed(before.importId, corrections);
            Q_EMIT changed();
        });
}

void ImportActions::exportRejects(const ImportGroup &group)
{
    const QString name = QFileInfo(group.imports.front().file).baseName() + QStringLiteral("-rejected.csv");
    const QString path = FileDialogs::saveFile(m_page, tr("Export rejected rows"), name, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    m_session.runOnWorkspace<bool>({tr("Exporting rejected rows"), Lane::Read, true},
        [imports = group.importIds(), path](Workspace &workspace, JobContext &) {
            return writeRejects(workspace, imports, path).map([] { return true; });
        },
        this, [this, path](Result<bool> done) {
            if (!done)
                return m_session.report(done.error(), tr("Exporting rejected rows"));
            m_session.tellSaved(path);
        });
}

void ImportActions::paste()
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    QStringList files;
    for (const QUrl &url : mime ? mime->urls() : QList<QUrl>())
        if (url.isLocalFile())
            files << url.toLocalFile();
    if (!files.isEmpty())
        return Q_EMIT pasted(files);
    const QString text = mime ? mime->text() : QString();
    if (text.trimmed().isEmpty())
        return m_session.report({ErrorCode::NotFound, tr("The clipboard holds no table. Copy cells of a spreadsheet or lines of a log first."), {}});
    m_session.jobs().start<Pasted>({tr("Reading the clipboard"), Lane::Read, false},
        [text](JobContext &) { return writePasted(text); }, this, [this](Result<Pasted> written) {
            if (!written)
                return m_session.report(written.error(), tr("Reading the clipboard"));
            m_folder = written->folder;
            Q_EMIT pasted({written->path});
        });
}

} // namespace foretrail
