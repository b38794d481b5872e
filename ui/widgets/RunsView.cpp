#include "ui/widgets/RunsView.h"

#include "core/training/OpenedCell.h"
#include "ui/asking/Confirm.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace foretrail {

namespace {

constexpr qsizetype fewestCompared = 2;
constexpr qsizetype mostCompared = 6; // as many as there are colours

} // namespace

RunsView::RunsView(QWidget *parent)
    : QWidget(parent), m_sorted(new QSortFilterProxyModel(this)), m_title(new QLabel(this)), m_forecast(addButton(QStringLiteral("runForecast"))),
      m_filter(new QLineEdit(this)), m_use(addButton(QStringLiteral("runUse"))), m_compare(addButton(QStringLiteral("runCompare"))),
      m_delete(addButton(QStringLiteral("runDelete"))), m_more(new QToolButton(this)), m_menu(new QMenu(this)), m_table(new QTableView),
      m_empty(new EmptyState), m_stack(new QStackedLayout)
{
    setObjectName(QStringLiteral("runsView"));
    m_title->setObjectName(QStringLiteral("runsTitle"));
    makeTable();
    makeMenu();
    arrange();
    addKeys();
    connect(&m_model, &RunsModel::renamed, this, &RunsView::renamed);
    connect(&m_model, &RunsModel::noted, this, &RunsView::noted);
    connect(m_filter, &QLineEdit::textChanged, this, &RunsView::filter);
    connect(m_empty, &EmptyState::clicked, this, &RunsView::trainClicked);
    connect(m_forecast, &QPushButton::clicked, this, [this] { Q_EMIT showForecast(current()); });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const RunSummary *run = currentRun())
            Q_EMIT useSettings(*run);
    });
    connect(m_compare, &QPushButton::clicked, this, [this] { Q_EMIT compare(selected()); });
    connect(m_delete, &QPushButton::clicked, this, &RunsView::askRemove);
    retranslate();
}

QPushButton *RunsView::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    return button;
}

QAction *RunsView::addAction(const QString &name)
{
    QAction *action = m_menu->addAction(QString());
    action->setObjectName(name);
    return action;
}

void RunsView::makeMenu()
{
    m_cell = addAction(QStringLiteral("runCell"));
    m_rename = addAction(QStringLiteral("runRename"));
    m_note = addAction(QStringLiteral("runNote"));
    m_reproduce = addAction(QStringLiteral("runReproduce"));
    m_menu->addSeparator();
    m_copy = addAction(QStringLiteral("runCopy"));
    m_export = addAction(QStringLiteral("runExport"));
    m_import = addAction(QStringLiteral("runImport"));
    m_more->setObjectName(QStringLiteral("runMore"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    const auto withRun = [this](void (RunsView::*told)(const RunSummary &)) {
        return [this, told] {
            if (const RunSummary *run = currentRun())
                Q_EMIT (this->*told)(*run);
        };
    };
    connect(m_cell, &QAction::triggered, this, withRun(&RunsView::openCell));
    connect(m_rename, &QAction::triggered, this, &RunsView::rename);
    connect(m_note, &QAction::triggered, this, &RunsView::note);
    connect(m_reproduce, &QAction::triggered, this, withRun(&RunsView::reproduce));
    connect(m_copy, &QAction::triggered, this, &RunsView::copy);
    connect(m_export, &QAction::triggered, this, withRun(&RunsView::exportClicked));
    connect(m_import, &QAction::triggered, this, &RunsView::importClicked);
}

void RunsView::addToMenu(const QList<QAction *> &actions)
{
    m_menu->addSeparator();
    m_menu->addActions(actions);
}

void RunsView::makeTable()
{
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(RunsModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setModel(m_sorted);
    m_table->setFont(Theme::tableFont());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(72); // its header and a row or two, whatever stands above
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(26, QFontMetrics(Theme::tableFont()).height() + 10));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(20);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->sortByColumn(int(RunsModel::Column::Created), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsView::onCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsView::showState);
    connect(m_table, &QTableView::activated, this, [this] { Q_EMIT showForecast(current()); });
}

void RunsView::arrange()
{
    auto *buttons = new FlowLayout;
    buttons->setSpacing(Theme::space);
    m_filter->setObjectName(QStringLiteral("runsFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(220);
    buttons->addWidget(m_title);
    buttons->addWidget(m_filter);
    buttons->addStretch();
    for (QPushButton *button : {m_forecast, m_use, m_compare, m_delete})
        buttons->addWidget(button);
    buttons->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    layout->setSpacing(Theme::space);
    layout->addLayout(buttons);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
}

void RunsView::addKeys()
{
    const auto add = [this](const QString &name, const QKeySequence &keys, void (RunsView::*run)()) {
        auto *action = new QAction(m_table);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
    };
    add(QStringLiteral("deleteRunKey"), QKeySequence::Delete, &RunsView::askRemove);
    add(QStringLiteral("renameRunKey"), QKeySequence(Qt::Key_F2), &RunsView::rename);
    auto *copyKey = new QAction(m_table);
    copyKey->setShortcut(QKeySequence::Copy);
    copyKey->setShortcutContext(Qt::WidgetShortcut);
    connect(copyKey, &QAction::triggered, this, &RunsView::copy);
    m_table->addAction(copyKey);
}

void RunsView::retranslate()
{
    m_forecast->setText(tr("Show forecast"));
    m_forecast->setToolTip(tr("Opens the run on the Forecast page, without training again (Enter)"));
    m_use->setText(tr("Use settings"));
    m_use->setToolTip(tr("Puts the settings of the run into the fields at the right"));
    m_compare->setText(tr("Compare"));
    m_cell->setText(tr("Open cell"));
    m_cell->setToolTip(tr("Shows gates and states inside the network, for runs of lstm and gru, of one series or of many"));
    m_rename->setText(tr("Rename"));
    m_note->setText(tr("Write a note"));
    m_reproduce->setText(tr("Reproduce"));
    m_reproduce->setToolTip(tr("Trains once more with the same settings and says whether the numbers are the same"));
    m_copy->setText(tr("Copy as a table"));
    m_export->setText(tr("Export the run..."));
    m_import->setText(tr("Import a run..."));
    m_menu->setToolTipsVisible(true);
    m_more->setText(tr("More"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the stored runs"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Deletes the selected runs (Delete)"));
    m_table->setAccessibleName(tr("Stored runs"));
    m_model.retranslate();
    fitColumns();
    showState();
}

void RunsView::setRuns(const QList<RunSummary> &runs)
{
    m_isSelecting = true;
    m_model.setRuns(runs);
    fitColumns();
    m_isSelecting = false;
    showState();
}

/// As wide as their texts: what resizeColumnsToContents() adds for the arrow of sorting would push the date out of sight. Notes have
/// room to be written.
void RunsView::fitColumns()
{
    const int widest = int(220 * Theme::enlargement());
    const QFontMetrics metrics = fontMetrics();
    for (int column = 0; column < RunsModel::columns; ++column) {
        const QString header = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int content = static_cast<QAbstractItemView *>(m_table)->sizeHintForColumn(column) + Theme::space;
        const int least = column == int(RunsModel::Column::Note) ? widest : metrics.horizontalAdvance(header) + 3 * Theme::space;
        m_table->setColumnWidth(column, std::clamp(content, least, std::max(least, widest)));
    }
}

void RunsView::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_model.setReadOnly(isReadOnly);
    showState();
}

void RunsView::setCanTrain(bool canTrain)
{
    m_canTrain = canTrain;
    showState();
}

bool RunsView::isTyping() const
{
    const auto *editor = m_table->viewport()->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    return editor && !editor->isHidden(); // one that was closed is about to be deleted
}

bool RunsView::select(RunId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || isTyping())
        return false;
    m_isSelecting = true;
    m_table->setCurrentIndex(m_sorted->mapFromSource(m_model.index(row, 0)));
    m_isSelecting = false;
    showState();
    return true;
}

RunId RunsView::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? RunId{index.data(RunsModel::IdRole).toLongLong()} : RunId();
}

const RunSummary *RunsView::currentRun() const
{
    const int row = m_model.rowOf(current());
    return row < 0 ? nullptr : &m_model.run(row);
}

void RunsView::onCurrent()
{
    showState();
    if (!m_isSelecting && current().isValid())
        Q_EMIT currentChanged();
}

void RunsView::showState()
{
    const bool hasRuns = m_model.runCount() > 0;
    const bool hasCurrent = current().isValid();
    m_empty->setText(tr("No runs yet. Train a model to see how it does beside its baseline."), m_isReadOnly || !m_canTrain ? QString() : tr("Train"));
    m_stack->setCurrentWidget(hasRuns ? static_cast<QWidget *>(m_table) : m_empty);
    for (QPushButton *button : {m_forecast, m_use, m_compare, m_delete}) {
        button->setVisible(hasRuns);
        button->setEnabled(hasCurrent);
    }
    for (QAction *action : {m_rename, m_note, m_reproduce, m_copy, m_export})
        action->setEnabled(hasRuns && hasCurrent);
    for (QAction *action : {m_rename, m_note, m_reproduce, m_import})
        action->setEnabled((action == m_import || action->isEnabled()) && !m_isReadOnly);
    m_cell->setEnabled(hasCurrent && OpenedCell::canOpen(currentRun()->model));
    const QLocale locale;
    const int shown = m_sorted->rowCount(), all = m_model.runCount();
    m_title->setText(shown < all ? tr("Runs: %1 of %2").arg(locale.toString(shown), locale.toString(all)) : tr("Runs: %1").arg(locale.toString(all)));
    m_title->setVisible(hasRuns);
    m_filter->setVisible(hasRuns);
    m_delete->setEnabled(hasCurrent && !m_isReadOnly);
    const qsizetype chosen = selected().size();
    m_compare->setEnabled(chosen >= fewestCompared && chosen <= mostCompared);
    m_compare->setToolTip(m_compare->isEnabled() ? tr("Curves, errors and settings side by side")
                                                 : tr("Select %1 to %2 runs: hold Ctrl and click.").arg(fewestCompared).arg(mostCompared));
}

// Every word has to be in one of the texts of a row; a row has few.
void RunsView::filter(const QString &words)
{
    QString pattern;
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    m_sorted->setFilterRole(RunsModel::FilterRole);
    m_sorted->setFilterKeyColumn(int(RunsModel::Column::Name));
    m_sorted->setFilterRegularExpression(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    showState();
}

QList<RunSummary> RunsView::selected() const
{
    QList<RunSummary> runs;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        if (m_table->selectionModel()->isRowSelected(row))
            runs.append(m_model.run(m_sorted->mapToSource(m_sorted->index(row, 0)).row()));
    return runs;
}

void RunsView::askRemove()
{
    const QList<RunSummary> runs = selected();
    if (runs.isEmpty() || m_isReadOnly)
        return;
    QList<RunId> ids;
    for (const RunSummary &run : runs)
        ids.append(run.id);
    const QString text = runs.size() == 1
        ? tr("Delete the run %1? Its weights and its numbers are lost; the data stays.").arg(runs.front().name)
        : tr("Delete %1 runs? Their weights and their numbers are lost; the data stays.").arg(QLocale().toString(runs.size()));
    Confirm::ask(this, {tr("Delete runs"), text, tr("Delete")}, [this, ids] { Q_EMIT removed(ids); });
}

void RunsView::copy() const
{
    QStringList lines;
    for (const QStringList &row : runsTable(selected()))
        lines += row.join(QLatin1Char('\t'));
    if (lines.size() > 1)
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void RunsView::edit(RunsModel::Column column)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || m_isReadOnly)
        return;
    const QModelIndex cell = index.siblingAtColumn(int(column));
    m_table->scrollTo(cell);
    m_table->edit(cell);
}

void RunsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &RunsView::fitColumns, Qt::QueuedConnection); // once the table has its font
}

} // namespace foretrail
