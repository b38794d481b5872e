#include "ui/pages/ImportGo.h"

#include <mutex>

namespace foretrail {

struct ImportGo::News {
    std::mutex mutex;
    QList<std::pair<int, FileOutcome>> list;

    void add(qsizetype at, const FileOutcome &outcome)
    {
        const std::lock_guard lock(mutex);
        list.append({int(at), outcome});
    }
    QList<std::pair<int, FileOutcome>> take()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(list, {});
    }
};

ImportGo::ImportGo(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session.jobs(), &JobRunner::jobChanged, this, [this](JobId id) {
        if (id == m_job)
            takeNews();
    });
}

void ImportGo::start(const AlikeFiles &files, const ImportTemplates::Template &saved, const QString &title)
{
    m_news = std::make_shared<News>();
    const auto work = [files, saved, news = m_news, templates = m_session.settings().templatesFolder()](Workspace &workspace, JobContext &job) {
        bool isKept = false;
        const auto tell = [&](qsizetype at, FileOutcome outcome) {
            if (outcome.state == FileOutcome::State::Done && !std::exchange(isKept, true))
                if (const Result<void> kept = ImportTemplates(templates).save(saved.name, files.header, saved.plan); !kept)
                    outcome.report.notes << kept.error().message; // the rows are stored; only the settings are not kept
            news->add(at, outcome);
        };
        return importAlike(workspace, files, tell, job).map([] { return true; });
    };
    m_job = m_session.runOnWorkspace<bool>({title, Lane::Write, true, true}, work, this,
        [this, workspace = m_session.workspacePath()](Result<bool> end) {
            m_job = 0;
            takeNews();
            Q_EMIT ended(end ? std::nullopt : std::optional(end.error()), workspace);
        });
}

void ImportGo::takeNews()
{
    for (const auto &[at, outcome] : m_news->take())
        Q_EMIT told(at, outcome);
}

} // namespace foretrail
