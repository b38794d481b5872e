// What leaves the page Recommend as files.
#include "ui/pages/RecommendPage.h"

#include "core/report/FlowTables.h"
#include "core/report/RecommendReport.h"
#include "ui/AppSession.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/widgets/AudienceView.h"
#include "ui/widgets/RecommendListView.h"
#include "ui/widgets/RecommendTestView.h"
#include "ui/widgets/RunningJob.h"
#include "ui/widgets/ShopperList.h"

#include <QAction>
#include <QLocale>
#include <QTabWidget>

namespace foretrail {

void RecommendPage::showExport()
{
    const int tab = m_tabs->currentIndex();
    m_export->setText(tab == 0 ? tr("Export list") : tab == 1 ? tr("Export users") : tr("Export figures"));
    const bool hasContent = tab == 0 ? m_fitted && m_list->hasList() : tab == 1 ? !m_audience->audience().users.isEmpty() : !m_test->report().models.isEmpty();
    m_export->setEnabled(whyNothing().isEmpty() && hasContent);
    m_exportAll->setEnabled(whyNothing().isEmpty() && m_fitted && m_shoppers->userCount() > 0);
}

void RecommendPage::saveTable(const QString &title, const QString &name, std::function<Result<void>(const QString &path)> write)
{
    const QString path = FileDialogs::saveFile(this, title, name, tr("Comma-separated values (*.csv)"));
    if (!path.isEmpty())
        session().save(title, path, [write = std::move(write), path] { return write(path); });
}

/// Whether so many users may be handed on; says why not.
bool RecommendPage::mayExport(qint64 users, const QString &what)
{
    const Result<void> allowed = GroupFloor{session().settings().smallestGroup()}.allowsList(users);
    if (!allowed)
        session().report(allowed.error(), what);
    return allowed.has_value();
}

void RecommendPage::exportShown()
{
    if (m_tabs->currentIndex() == 1 && !mayExport(m_audience->audience().users.size(), tr("Export the users")))
        return;
    if (m_tabs->currentIndex() == 0)
        saveTable(tr("Export the list"), QStringLiteral("next-%1.csv").arg(FileDialogs::nameOf(m_asked.user.isEmpty() ? m_asked.session : m_asked.user)),
                  [list = m_list->list()](const QString &path) { return writeList(list, path); });
    else if (m_tabs->currentIndex() == 1)
        saveTable(tr("Export the users"), QStringLiteral("audience.csv"), [audience = m_audience->audience()](const QString &path) { return writeAudience(audience, path); });
    else
        saveTable(tr("Export the figures"), QStringLiteral("next-items-test.csv"), [report = m_test->report()](const QString &path) { return writeRecommendTest(report, path); });
}

void RecommendPage::exportAll()
{
    if (!mayExport(m_shoppers->userCount(), tr("Export lists for all users")))
        return;
    const QString path = FileDialogs::saveFile(this, tr("Export lists for all users"), QStringLiteral("recommendations.csv"), tr("Comma-separated values (*.csv)"));
    if (path.isEmpty() || !m_fitted || !m_inspector)
        return;
    AllListsRequest request;
    request.wishes.top = m_inspector->top();
    request.users = session().selection().segment().users;
    m_allJob = session().runOnWorkspace<AllListsReport>({tr("Lists for %n user(s)", nullptr, int(m_shoppers->userCount())), Lane::Read},
        [fitted = m_fitted, rules = m_inspector->rules(), request, path](Workspace &workspace, JobContext &job) -> Result<AllListsReport> {
            const Result<QList<UserRow>> users = workspace.data().users(job);
            if (!users)
                return fail(users.error());
            const Result<RuleTable> table = RuleTable::of(rules, fitted->shop(), workspace.data(), job);
            if (!table)
                return fail(table.error());
            return writeAllLists(*fitted, *table, *users, request, path, job);
        }, this,
        [this, path](Result<AllListsReport> report) {
            if (!report)
                return session().report(report.error(), tr("Lists for all users"));
            session().tellSaved(path);
        });
    m_writing->follow(m_allJob, tr("Stopping leaves no file."));
}

void RecommendPage::savePicture(const QString &title, const QString &format, const Result<QByteArray> &bytes)
{
    if (!bytes)
        return session().report(bytes.error(), title);
    const QString name = QStringLiteral("%1.%2").arg(FileDialogs::nameOf(title), format);
    const QString path = FileDialogs::saveFile(this, tr("Export the chart"), name, QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (!path.isEmpty())
        session().save(tr("Exporting %1").arg(name), path, [path, content = *bytes] { return saveBytes(content, path); });
}

} // namespace foretrail
