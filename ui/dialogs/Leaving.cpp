#include "ui/dialogs/Leaving.h"

#include "ui/AppSession.h"
#include "ui/asking/Confirm.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLocale>

namespace foretrail::Leaving {

namespace {

struct LeavingText {
    Q_DECLARE_TR_FUNCTIONS(Leaving)
};

QString correctionsText(const AppSession &session)
{
    const qsizetype rows = session.corrections().count();
    if (rows == 0)
        return {};
    return LeavingText::tr("Corrections of rejected rows were typed and not fed yet: %1. They would be lost. "
                     "Feed them on the Data page to keep them.").arg(QLocale().toString(rows));
}

/// The first of many names, and how many others there are.
QString someOf(const QStringList &titles)
{
    constexpr qsizetype most = 6;
    const QString named = titles.mid(0, most).join(LeavingText::tr(", ", "between jobs"));
    return titles.size() <= most ? named : LeavingText::tr("%1 and %2 more", "names, number").arg(named, QLocale().toString(titles.size() - most));
}

/// Jobs that only read are not worth a question.
QString jobsText(AppSession &session)
{
    QStringList titles;
    bool areTrainings = true;
    for (const JobInfo &job : session.jobs().jobs())
        if (job.asksBeforeClosing && job.state != JobState::Stopping) {
            titles << job.title;
            areTrainings = areTrainings && job.lane == Lane::Train;
        }
    if (titles.isEmpty())
        return {};
    if (areTrainings)
        return LeavingText::tr("These trainings are not finished: %1. Stop and close? One in epochs can go on later from where it was kept last; the Train page "
                               "lists it. Those that wait are forgotten.").arg(someOf(titles));
    if (titles.size() == 1)
        return LeavingText::tr("%1 is not finished. Stop it and close? What it has done so far is lost; the workspace stays as it was before.")
            .arg(titles.front());
    return LeavingText::tr("These jobs are not finished: %1. Stop them and close? What they have done so far is lost; the workspace stays "
                     "as it was before.").arg(someOf(titles));
}

/// Nothing is left to lose once the jobs asked about have ended: then the question goes away.
void closeWithJobs(AppSession &session, QDialog *question)
{
    QObject::connect(&session.jobs(), &JobRunner::jobEnded, question, [&session, question] {
        if (!question->isVisible() || !jobsText(session).isEmpty())
            return;
        question->reject();
        Q_EMIT session.said(LeavingText::tr("All jobs have finished, so nothing need be stopped any more. Close Foretrail again to leave."));
    }, Qt::QueuedConnection); // what follows a job may be another
}

} // namespace

void workspace(AppSession &session, QWidget *parent, const QString &path, std::function<void()> go)
{
    const QString text = correctionsText(session);
    if (text.isEmpty() || session.isOpen(path))
        return go();
    Confirm::ask(parent, {LeavingText::tr("Leave %1").arg(session.workspaceName()), text, LeavingText::tr("Leave"), LeavingText::tr("Stay here")}, std::move(go));
}

bool canClose(AppSession &session, QWidget *window, std::function<void()> go)
{
    QStringList texts{jobsText(session), correctionsText(session)};
    const QString verb = texts.front().isEmpty() ? LeavingText::tr("Close") : LeavingText::tr("Stop and close");
    texts.removeAll(QString());
    if (texts.isEmpty())
        return true;
    for (const QDialog *dialog : window->findChildren<QDialog *>(QStringLiteral("confirm"), Qt::FindDirectChildrenOnly))
        if (dialog->isVisible())
            return false; // it is asked already
    QDialog *question = Confirm::ask(window, {LeavingText::tr("Close Foretrail"), texts.join(QStringLiteral("\n\n")), verb,
                                              LeavingText::tr("Do not close")}, std::move(go));
    if (!jobsText(session).isEmpty())
        closeWithJobs(session, question);
    return false;
}

} // namespace foretrail::Leaving
