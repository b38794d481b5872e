#include "ui/widgets/ImportsView.h"

#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/ImportLedger.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/QualityView.h"
#include "ui/widgets/RejectsView.h"

#include <QAction>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace foretrail {

namespace {

enum Tab { LedgerTab, RejectsTab, QualityTab };

/// Long notes and large fonts must not make the window larger than its screen.
QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

ImportsView::ImportsView(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_imports(session.corrections()), m_list(plainTree(QStringLiteral("importsTable"), &m_imports)), m_tabs(new QTabWidget),
      m_ledger(new ImportLedger), m_rejects(new RejectsView(session)), m_quality(new QualityView(session))
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("importsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({110, 530});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        m_isWholeGroup = !index.parent().isValid();
        select(m_imports.group(inModel(index)));
    });
    connect(m_list, &QTreeView::expanded, this, [this](const QModelIndex &index) { m_open.insert(m_imports.group(inModel(index)).id); });
    connect(m_list, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_open.remove(m_imports.group(inModel(index)).id); });
    connectDetail();
    addKeys();
    retranslate();
}

QWidget *ImportsView::makeList()
{
    m_list->setMinimumHeight(90);
    return card(m_list, Theme::space);
}

QWidget *ImportsView::makeDetail()
{
    m_tabs->setObjectName(QStringLiteral("importTabs"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_ledger, m_rejects, m_quality})
        m_tabs->addTab(scrolled(part), QString());
    return card(m_tabs, Theme::space);
}

void ImportsView::connectDetail()
{
    connect(m_ledger, &ImportLedger::forecastClicked, this, &ImportsView::forecastClicked);
    connect(m_ledger, &ImportLedger::findingsClicked, this, [this] {
        m_tabs->setCurrentIndex(QualityTab);
        m_quality->focusFindings();
    });
    connect(m_quality, &QualityView::countChanged, this, &ImportsView::showQualityTab);
    connect(m_ledger, &ImportLedger::againClicked, this, &ImportsView::againClicked);
    connect(m_ledger, &ImportLedger::undoClicked, this, &ImportsView::undoClicked);
    connect(m_ledger, &ImportLedger::redoClicked, this, &ImportsView::redoClicked);
    connect(m_rejects, &RejectsView::exportClicked, this, &ImportsView::exportRejectsClicked);
    connect(m_rejects, &RejectsView::feedClicked, this, &ImportsView::feedClicked);
    connect(&m_session.corrections(), &UnfedCorrections::changed, this, [this] {
        showRejectsTab();
        fitList();
    });
    for (const auto signal : {&AppSession::dataChanged, &AppSession::workspaceChanged})
        connect(&m_session, signal, m_quality, &QualityView::markStale);
}

/// Delete takes the selected import back; Ctrl+Z too, and Ctrl+Shift+Z brings it back.
void ImportsView::addKeys()
{
    const auto add = [this](const QString &name, const QList<QKeySequence> &keys, void (ImportsView::*signal)(), bool isUndo) {
        auto *action = new QAction(m_list);
        action->setObjectName(name);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, signal, isUndo] {
            const bool canChange = isUndo ? !m_selected.isUndone() : m_selected.undone() > 0;
            if (!m_selected.imports.isEmpty() && !m_session.isReadOnly() && canChange)
                Q_EMIT (this->*signal)();
        });
        m_list->addAction(action);
    };
    add(QStringLiteral("undoImportKey"), {QKeySequence::Delete, QKeySequence::Undo}, &ImportsView::undoClicked, true);
    add(QStringLiteral("redoImportKey"), {QKeySequence::Redo}, &ImportsView::redoClicked, false);
}

void ImportsView::show(const QList<ImportGroup> &groups)
{
    const ImportGroup before = m_selected;
    const QSet<qint64> open = m_open;
    m_imports.setGroups(groups);
    for (int row = 0; row < m_imports.rowCount(); ++row)
        if (const QModelIndex index = m_imports.index(row, 0); open.contains(m_imports.group(index).id))
            m_list->expand(shownIn(*m_list, index));
    fitList();
    if (groups.isEmpty())
        return select(ImportGroup());
    select(before.imports.isEmpty() ? QModelIndex() : m_imports.indexOf(before.imports.front().importId, m_isWholeGroup));
}

bool ImportsView::showLedger(qint64 importId)
{
    const QModelIndex index = m_imports.indexOf(importId, true);
    if (!index.isValid())
        return false;
    select(index);
    m_tabs->setCurrentIndex(LedgerTab);
    m_ledger->focusNext();
    m_quality->lookAhead();
    return true;
}

void ImportsView::select(const QModelIndex &index)
{
    m_list->setCurrentIndex(shownIn(*m_list, index.isValid() ? index : m_imports.index(0, 0)));
}

void ImportsView::select(const ImportGroup &group)
{
    m_selected = group;
    m_ledger->show(group, m_session.summary().currency, m_session.isReadOnly());
    m_rejects->show(group);
    m_quality->show(group);
    retranslate();
}

void ImportsView::fitList()
{
    fitColumns(*m_list, int(ImportsModel::Column::File));
}

void ImportsView::showRejectsTab()
{
    const QLocale locale;
    const qint64 rejected = m_selected.total().rejected;
    qsizetype unfed = 0;
    for (const qint64 import : m_selected.importIds())
        unfed += m_session.corrections().count(import);
    QString text = tr("Rejected ro&ws");
    if (unfed > 0)
        text = tr("Rejected ro&ws (%1, to feed: %2)").arg(locale.toString(rejected), locale.toString(unfed));
    else if (rejected > 0)
        text = tr("Rejected ro&ws (%1)").arg(locale.toString(rejected));
    m_tabs->setTabText(RejectsTab, text);
}

void ImportsView::retranslate()
{
    m_list->setAccessibleName(tr("Imports"));
    m_tabs->setTabText(LedgerTab, tr("&Ledger"));
    showRejectsTab();
    showQualityTab();
}

void ImportsView::showQualityTab()
{
    const std::optional<int> count = m_quality->count();
    m_ledger->setFindings(count);
    m_tabs->setTabText(QualityTab, count.value_or(0) > 0 ? tr("&Quality (%1)").arg(QLocale().toString(*count)) : tr("&Quality"));
}

void ImportsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fitList();
    }
}

} // namespace foretrail
