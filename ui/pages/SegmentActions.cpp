#include "ui/pages/SegmentActions.h"

#include "core/data/SegmentStore.h"
#include "core/report/FlowTables.h"
#include "core/report/SegmentCsv.h"
#include "ui/asking/Confirm.h"
#include "ui/asking/FileDialogs.h"
#include "ui/asking/NameDialog.h"
#include "ui/charts/TableDialog.h"
#include "ui/dialogs/SegmentRuleDialog.h"
#include "ui/models/UndoStep.h"
#include "ui/widgets/LastUndo.h"

#include <QAction>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct NamedSummary {
    QString title;
    SegmentSummary summary;
};
using Summaries = QList<NamedSummary>;

QString savedKey(const QString &name) { return QStringLiteral("saved:") + name; }

QString deletionText(const QString &name) { return SegmentActions::tr("delete segment %1").arg(name); }

QString summaryNumber(double value, int decimals = 0) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', decimals); }

/// Header, then a row a figure, a column a segment.
QList<QStringList> comparisonTable(const Summaries &all)
{
    using Row = std::pair<QString, std::function<QString(const SegmentSummary &)>>;
    const QList<Row> rows{
        {SegmentActions::tr("Users"), [](const SegmentSummary &one) { return QLocale().toString(one.users); }},
        {SegmentActions::tr("Orders"), [](const SegmentSummary &one) { return QLocale().toString(one.orders); }},
        {SegmentActions::tr("Net value"), [](const SegmentSummary &one) { return summaryNumber(one.value); }},
        {SegmentActions::tr("Share of revenue, %"), [](const SegmentSummary &one) { return summaryNumber(100 * one.share, 1); }},
        {SegmentActions::tr("Value of an order"), [](const SegmentSummary &one) { return summaryNumber(one.basket, 2); }},
        {SegmentActions::tr("Days since the last purchase, median"), [](const SegmentSummary &one) { return summaryNumber(one.medianRecency); }},
        {SegmentActions::tr("Orders of a user, median"), [](const SegmentSummary &one) { return summaryNumber(one.medianOrders); }},
        {SegmentActions::tr("Value of a user, median"), [](const SegmentSummary &one) { return summaryNumber(one.medianValue, 2); }},
        {SegmentActions::tr("Sessions"), [](const SegmentSummary &one) { return QLocale().toString(one.sessions); }},
        {SegmentActions::tr("Events"), [](const SegmentSummary &one) { return QLocale().toString(one.events); }},
        {SegmentActions::tr("Favourite categories"), [](const SegmentSummary &one) {
             QStringList names;
             for (const NamedCount &category : one.categories)
                 names << category.name;
             return names.join(QStringLiteral(", "));
         }},
    };
    QList<QStringList> table{{QString()}};
    for (const NamedSummary &one : all)
        table.front() << one.title;
    for (const Row &row : rows) {
        table.append(QStringList{row.first});
        for (const NamedSummary &one : all)
            table.back() << row.second(one.summary);
    }
    const bool hasCategories = std::ranges::any_of(all, [](const NamedSummary &one) { return !one.summary.categories.isEmpty(); });
    if (!hasCategories)
        table.removeLast();
    return table;
}

} // namespace

SegmentActions::SegmentActions(AppSession &session, QWidget *page)
    : QObject(page), m_session(session), m_page(page), m_bookJob(session.jobs()), m_countJob(session.jobs()), m_compareJob(session.jobs())
{
    connect(&session.selection(), &Selection::segmentChanged, this, &SegmentActions::onSegment);
    connect(&session, &AppSession::workspaceChanged, &m_undo, &QUndoStack::clear);
    connect(&m_undo, &QUndoStack::indexChanged, this, [this] { tellDeleted({}); });
    addUndo();
}

void SegmentActions::addUndo()
{
    for (const auto &[name, keys] : {std::pair("undoSegment", QKeySequence::Undo), std::pair("redoSegment", QKeySequence::Redo)}) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_page->addAction(action);
        m_undoActions.append(action);
    }
    new LastUndo({&m_undo}, *m_undoActions[0], *m_undoActions[1], this);
}

SegmentPanel *SegmentActions::panel()
{
    if (!m_panel) {
        m_panel = new SegmentPanel(m_page);
        connectPanel();
        m_panel->addActions(m_undoActions); // the window takes it out of the page
        m_panel->setBook(m_book, m_problem);
        m_panel->setChosen(m_chosen);
    }
    return m_panel;
}

void SegmentActions::connectPanel()
{
    connect(m_panel, &SegmentPanel::chosen, this, &SegmentActions::choose);
    connect(m_panel, &SegmentPanel::ruleWanted, this, &SegmentActions::openRule);
    connect(m_panel, &SegmentPanel::saveWanted, this, &SegmentActions::askSave);
    connect(m_panel, &SegmentPanel::renameWanted, this, &SegmentActions::askRename);
    connect(m_panel, &SegmentPanel::deleteWanted, this, &SegmentActions::remove);
    connect(m_panel, &SegmentPanel::undoWanted, &m_undo, &QUndoStack::undo);
    connect(m_panel, &SegmentPanel::exportWanted, this, &SegmentActions::exportUsers);
    connect(m_panel, &SegmentPanel::compareWanted, this, &SegmentActions::compare);
    connect(m_panel, &SegmentPanel::clustersWanted, this, [this](int k) {
        m_clusters = k;
        load();
    });
}

void SegmentActions::load()
{
    SegmentBookRequest request;
    request.clusters = m_clusters;
    m_session.runLatestOnWorkspace<SegmentBook>(m_bookJob, {tr("Counting users into segments"), Lane::Learn, true},
        [request](Workspace &workspace, JobContext &job) { return segmentBook(workspace, request, job); }, this,
        [this](const Result<SegmentBook> &book) { setBook(book); });
}

void SegmentActions::setBook(const Result<SegmentBook> &book)
{
    if (!book && book.error().isCancelled())
        return;
    m_book = book ? std::make_shared<const SegmentBook>(*book) : nullptr;
    m_problem = book ? QString() : book.error().message;
    if (m_panel)
        m_panel->setBook(m_book, m_problem);
    Q_EMIT bookChanged();
    if (m_chosen.isEmpty())
        onSegment(); // another page may have chosen it
    if (!m_chosen.isEmpty())
        choose(m_chosen); // with the users of now
}

void SegmentActions::clear()
{
    m_bookJob.cancel();
    m_countJob.cancel();
    m_compareJob.cancel();
    m_book = nullptr;
    m_problem.clear();
    m_clusters.reset();
    m_undo.clear();
    if (m_panel)
        m_panel->setBook(nullptr);
    if (m_dialog)
        m_dialog->reject();
    Q_EMIT bookChanged();
}

void SegmentActions::choose(const QString &key)
{
    const SegmentInfo *info = m_book ? m_book->find(key) : nullptr;
    if (!info || !info->users) {
        m_chosen.clear();
        return m_session.selection().setSegment({});
    }
    m_chosen = key;
    m_session.selection().setSegment({info->title, info->users, {info->key, info->rule.toJson()}});
    if (m_panel)
        m_panel->setChosen(m_chosen);
}

/// The row of the list that is the filter, whoever chose it; none where its rule is no longer what the list says.
void SegmentActions::onSegment()
{
    const SegmentChoice &choice = m_session.selection().segment().choice;
    const SegmentInfo *info = m_book ? m_book->find(choice.key) : nullptr;
    m_chosen = info && info->rule.toJson() == choice.rule ? choice.key : QString();
    if (m_panel)
        m_panel->setChosen(m_chosen);
}

void SegmentActions::openRule(const QString &key)
{
    if (!m_book || m_dialog)
        return;
    const SegmentInfo *info = m_book->find(key);
    SegmentRule rule;
    m_changed = info ? info->title : QString();
    if (info) {
        rule = info->rule;
    } else {
        SegmentCondition orders;
        orders.what = QStringLiteral("orders");
        rule.parts.append(SegmentRule::one(orders));
    }
    const DataSummary &summary = m_session.summary();
    m_dialog = new SegmentRuleDialog(rule, info ? info->title : QString(), {summary.kindNames, summary.attributes}, m_page);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &SegmentRuleDialog::ruleChanged, this, &SegmentActions::countRule);
    connect(m_dialog, &SegmentRuleDialog::saveWanted, this, &SegmentActions::saveRule);
    m_dialog->open();
    countRule();
}

void SegmentActions::countRule()
{
    if (!m_dialog || !m_book)
        return;
    m_session.runLatestOnWorkspace<SegmentInfo>(m_countJob, {tr("Counting a segment"), Lane::Read, false},
        [rule = m_dialog->rule(), basis = m_book->basis](Workspace &workspace, JobContext &job) {
            return segmentOf({}, {}, rule, *basis, workspace.data(), job);
        }, this,
        [this, all = m_book->basis->figures->count](Result<SegmentInfo> info) {
            if (!m_dialog || (!info && info.error().isCancelled()))
                return;
            if (!info || !info->users)
                return m_dialog->setCount(info ? info->problem : info.error().message);
            const QString users = tr("%1 of %Ln user(s)", nullptr, int(all)).arg(QLocale().toString(info->count()));
            m_dialog->setCount(std::isnan(info->share) ? users : tr("%1, %2 % of revenue").arg(users, QLocale().toString(100 * info->share, 'f', 1)));
        });
}

void SegmentActions::saveRule()
{
    if (!m_dialog)
        return;
    askToStore(m_dialog->name(), m_dialog->rule().toJson(), m_changed);
    m_dialog->accept();
}

void SegmentActions::change(const QString &title, std::function<Result<void>(Workspace &, JobContext &)> work, std::function<void()> done)
{
    m_session.runOnWorkspace<bool>({title, Lane::Write, false},
        [work = std::move(work)](Workspace &workspace, JobContext &job) -> Result<bool> {
            const Result<void> outcome = work(workspace, job);
            return outcome ? Result<bool>(true) : fail(outcome.error());
        }, this,
        [this, title, done = std::move(done)](Result<bool> outcome) {
            if (!outcome) {
                m_undo.clear(); // it no longer tells what is in the workspace
                return m_session.report(outcome.error(), title);
            }
            done();
            load();
        });
}

/// One of that name is replaced where the person says so; `own` is that of the segment that is changed.
void SegmentActions::askToStore(const QString &name, const QJsonObject &definition, const QString &own)
{
    const bool isTaken = m_book && m_book->find(savedKey(name.trimmed()));
    if (!isTaken || name.trimmed() == own)
        return store(name, definition, true);
    Confirm::ask(m_page, {tr("Save the segment"), tr("There is a segment %1 already. Replace it?").arg(name.trimmed()), tr("Replace")},
                 [this, name, definition] { store(name, definition, true); });
}

void SegmentActions::store(const QString &name, const QJsonObject &definition, bool isChosen)
{
    const SegmentInfo *before = m_book ? m_book->find(savedKey(name.trimmed())) : nullptr;
    const auto undo = before ? std::function<void()>([this, name, old = before->rule.toJson()] { write(name, old, false); }) : [this, name] { erase(name); };
    m_undo.push(new UndoStep(tr("save segment %1").arg(name), [this, name, definition, isChosen] { write(name, definition, isChosen); }, undo));
}

void SegmentActions::write(const QString &name, const QJsonObject &definition, bool isChosen)
{
    change(tr("Saving segment %1").arg(name),
        [name, definition](Workspace &workspace, JobContext &job) { return SegmentStore(workspace).save(name, definition, true, job); },
        [this, name, isChosen] {
            if (isChosen)
                m_chosen = savedKey(name);
        });
}

void SegmentActions::writeName(const QString &name, const QString &newName)
{
    change(tr("Renaming segment %1").arg(name),
        [name, newName](Workspace &workspace, JobContext &job) { return SegmentStore(workspace).rename(name, newName, job); },
        [this, name, newName] {
            if (m_chosen == savedKey(name))
                m_chosen = savedKey(newName);
        });
}

void SegmentActions::erase(const QString &name)
{
    change(tr("Deleting segment %1").arg(name),
        [name](Workspace &workspace, JobContext &job) { return SegmentStore(workspace).remove(name, job); },
        [this, name] {
            if (m_undo.undoText() == deletionText(name)) // nothing else has been done since
                tellDeleted(name);
        });
}

void SegmentActions::tellDeleted(const QString &name)
{
    if (m_panel)
        m_panel->setDeleted(name);
}

void SegmentActions::askSave(const QString &key)
{
    const SegmentInfo *info = m_book ? m_book->find(key) : nullptr;
    if (!info)
        return;
    NameDialog::ask(m_page, {tr("Save the segment"), tr("&Name"), info->title, tr("Save")},
                    [this, definition = info->rule.toJson()](const QString &name) { askToStore(name, definition, {}); });
}

void SegmentActions::askRename(const QString &key)
{
    const SegmentInfo *info = m_book ? m_book->find(key) : nullptr;
    if (!info)
        return;
    NameDialog::ask(m_page, {tr("Rename the segment"), tr("&Name"), info->title, tr("Rename")}, [this, old = info->title](const QString &typed) {
        if (const QString wanted = typed.trimmed(); wanted != old)
            m_undo.push(new UndoStep(tr("rename segment %1").arg(old), [this, old, wanted] { writeName(old, wanted); },
                                     [this, old, wanted] { writeName(wanted, old); }));
    });
}

void SegmentActions::remove(const QString &key)
{
    const SegmentInfo *info = m_book ? m_book->find(key) : nullptr;
    if (!info || !info->isSaved())
        return;
    const QString name = info->title;
    m_undo.push(new UndoStep(deletionText(name), [this, name] { erase(name); }, [this, name, definition = info->rule.toJson()] { write(name, definition, false); }));
}

void SegmentActions::exportUsers(const QString &key)
{
    const SegmentInfo *info = m_book ? m_book->find(key) : nullptr;
    if (!info || !info->users)
        return;
    if (const Result<void> allowed = GroupFloor{m_session.settings().smallestGroup()}.allowsList(info->count()); !allowed)
        return m_session.report(allowed.error(), info->title);
    const QString path = FileDialogs::saveFile(m_page, tr("Export the users of %1").arg(info->title), FileDialogs::nameOf(info->title) + QStringLiteral(".csv"),
                                               tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    m_session.runOnWorkspace<bool>({tr("Exporting %1 users").arg(QLocale().toString(info->count())), Lane::Read, true},
        [path, users = info->users, basis = m_book->basis](Workspace &workspace, JobContext &job) -> Result<bool> {
            const Result<void> written = writeSegment(path, *basis, *users, workspace.data(), job);
            return written ? Result<bool>(true) : fail(written.error());
        }, this,
        [this, path](Result<bool> written) { written ? m_session.tellSaved(path) : m_session.report(written.error(), tr("Export of %1").arg(path)); });
}

void SegmentActions::compare(const QStringList &keys)
{
    if (!m_book)
        return;
    QList<std::pair<QString, std::shared_ptr<const UserSet>>> sets;
    for (const QString &key : keys.size() == 1 ? QStringList{QString(), keys.front()} : keys) {
        const SegmentInfo *info = m_book->find(key);
        if (key.isEmpty())
            sets.append({tr("All users"), nullptr});
        else if (info && info->users)
            sets.append({info->title, info->users});
    }
    m_session.runLatestOnWorkspace<Summaries>(m_compareJob, {tr("Comparing segments"), Lane::Read, false},
        [sets, basis = m_book->basis](Workspace &workspace, JobContext &) -> Result<Summaries> {
            Summaries all;
            for (const auto &[title, users] : sets) {
                const Result<SegmentSummary> summary = summaryOf(*basis, users ? *users : everybody(*basis), workspace.data());
                if (!summary)
                    return fail(summary.error());
                all.append({title, *summary});
            }
            return all;
        }, this,
        [this](Result<Summaries> all) {
            if (!all)
                return m_session.report(all.error(), tr("Comparing segments"));
            TableDialog::open(tr("Segments side by side"), comparisonTable(*all), m_page);
        });
}

} // namespace foretrail
