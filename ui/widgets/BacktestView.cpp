#include "ui/widgets/BacktestView.h"

#include "ui/charts/BacktestCharts.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/LineChart.h"
#include "ui/models/EmptyLastProxy.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BacktestGroups.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/ModelPair.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/RowTitles.h"
#include "ui/models/TableFilter.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace foretrail {

namespace {

enum BacktestTab { FoldsTab, StepsTab, WinnersTab, WorstTab, WeekdaysTab, GroupsTab };

} // namespace

BacktestView::BacktestView(QWidget *parent)
    : QWidget(parent), m_sortedModels(new EmptyLastProxy(this)), m_sentence(new QLabel), m_detail(new QLabel), m_staleBar(new QWidget), m_stale(new QLabel),
      m_again(new QPushButton), m_modelsTable(nullptr), m_pair(new ModelPair), m_tabs(new QTabWidget), m_error(new QComboBox), m_folds(new LineChart),
      m_steps(new LineChart), m_weekdays(new LineChart), m_winners(new BarChart), m_winnersTable(nullptr), m_worstTitle(new QLabel),
      m_worstModel(new QComboBox), m_worstTable(nullptr), m_groups(new BacktestGroups)
{
    using Column = BacktestSeriesModel::Column;
    setObjectName(QStringLiteral("backtestView"));
    makeModelsTable();
    m_winnersTable = makeSeriesTable(QStringLiteral("backtestWinnersTable"), {Column::Mase, Column::Wape, Column::Skill, Column::PValue});
    m_winnersTable->sortByColumn(int(Column::Series), Qt::AscendingOrder);
    m_worstTable = makeSeriesTable(QStringLiteral("backtestWorstTable"), {Column::Winner, Column::WinnerWape});
    m_worstTable->sortByColumn(int(Column::Mase), Qt::DescendingOrder);
    m_sentence->setObjectName(QStringLiteral("backtestSentence"));
    m_detail->setObjectName(QStringLiteral("backtestDetail"));
    m_stale->setObjectName(QStringLiteral("backtestStale"));
    m_again->setObjectName(QStringLiteral("backtestAgain"));
    m_tabs->setObjectName(QStringLiteral("backtestTabs"));
    m_error->setObjectName(QStringLiteral("backtestError"));
    m_folds->setObjectName(QStringLiteral("backtestFoldsChart"));
    m_steps->setObjectName(QStringLiteral("backtestStepsChart"));
    m_weekdays->setObjectName(QStringLiteral("backtestWeekdaysChart"));
    m_winners->setObjectName(QStringLiteral("backtestWinnersChart"));
    m_worstModel->setObjectName(QStringLiteral("backtestWorstModel"));
    arrange();
    connectAll();
    retranslate();
    setStale({});
}

void BacktestView::makeModelsTable()
{
    m_sortedModels->setSourceModel(&m_models);
    m_sortedModels->setSortRole(BacktestModel::SortRole);
    m_modelsTable = plainTable(QStringLiteral("backtestModelsTable"), m_sortedModels, RowOrder::OfModel);
    m_modelsTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *names = new RowTitles(m_modelsTable);
    names->setDefaultSectionSize(m_modelsTable->verticalHeader()->defaultSectionSize());
    m_modelsTable->setVerticalHeader(names);
    m_modelsTable->setCornerButtonEnabled(false);
    m_modelsTable->sortByColumn(int(BacktestColumn::Wape), Qt::AscendingOrder);
    m_modelsTable->setSortingEnabled(true);
    addCopyKey(m_modelsTable, [this] { QGuiApplication::clipboard()->setText(modelsText(true)); });
}

QTableView *BacktestView::makeSeriesTable(const QString &name, const QList<BacktestSeriesModel::Column> &hidden)
{
    auto *sorted = new EmptyLastProxy(this);
    sorted->setSourceModel(&m_seriesModel);
    sorted->setSortRole(BacktestSeriesModel::SortRole);
    QTableView *table = plainTable(name, sorted, RowOrder::OfModel);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setSortingEnabled(true);
    for (const BacktestSeriesModel::Column column : hidden)
        leaveOutColumn(*table, int(column));
    connect(table, &QTableView::activated, this, [this, table](const QModelIndex &index) { follow(index, table); });
    connect(table, &QTableView::clicked, this, [this, table](const QModelIndex &index) {
        if (index.column() == int(BacktestSeriesModel::Column::Series))
            follow(index, table);
    });
    return table;
}

void BacktestView::addCopyKey(QTableView *table, std::function<void()> copy)
{
    auto *action = new QAction(table);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [copy = std::move(copy)] { copy(); });
    table->addAction(action);
}

QWidget *BacktestView::topPart()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_sentence->setFont(bold);
    m_detail->setProperty("quiet", true);
    m_stale->setProperty("problem", true);
    m_again->setProperty("link", true);
    for (QLabel *label : {m_sentence, m_detail, m_stale}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *stale = new QHBoxLayout(m_staleBar);
    stale->setContentsMargins(0, 0, 0, 0);
    stale->addWidget(m_stale, 1);
    stale->addWidget(m_again);
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    layout->setSpacing(4);
    for (QWidget *widget : {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_detail), m_staleBar})
        layout->addWidget(widget);
    layout->addSpacing(4);
    layout->addWidget(m_modelsTable, 1);
    layout->addWidget(m_pair);
    return part;
}

QWidget *BacktestView::winnersPart()
{
    auto *part = new QSplitter(Qt::Vertical);
    part->setObjectName(QStringLiteral("backtestWinnersSplitter"));
    part->setChildrenCollapsible(false);
    part->addWidget(m_winners);
    part->addWidget(underFilter(m_winnersTable));
    part->setSizes({160, 180});
    return part;
}

QWidget *BacktestView::worstPart()
{
    m_worstTitle->setBuddy(m_worstModel);
    m_worstModel->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *row = new QHBoxLayout;
    row->addWidget(m_worstTitle);
    row->addWidget(m_worstModel);
    row->addStretch(1);
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(underFilter(m_worstTable), 1);
    return part;
}

void BacktestView::arrange()
{
    m_tabs->setDocumentMode(true);
    for (LineChart *chart : {m_folds, m_steps, m_weekdays})
        chart->setMinimumHeight(140);
    m_tabs->addTab(m_folds, QString());
    m_tabs->addTab(m_steps, QString());
    m_tabs->addTab(winnersPart(), QString());
    m_tabs->addTab(worstPart(), QString());
    m_tabs->addTab(m_weekdays, QString());
    m_tabs->addTab(m_groups, QString());
    m_tabs->setCornerWidget(m_error);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("backtestViewSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(card(topPart(), 0));
    splitter->addWidget(card(m_tabs, Theme::space));
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 360});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void BacktestView::connectAll()
{
    connect(m_again, &QPushButton::clicked, this, &BacktestView::runAgain);
    connect(m_error, &QComboBox::activated, this, &BacktestView::showCharts);
    connect(m_worstModel, &QComboBox::activated, this, [this] {
        m_seriesModel.setModel(m_worstModel->currentText());
        fitTables();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) { m_error->setVisible(tab != WinnersTab && tab != WorstTab && tab != GroupsTab); });
    for (LineChart *chart : {m_folds, m_steps, m_weekdays})
        connect(chart, &LineChart::exportRequested, this, [this, chart](const QString &format) { Q_EMIT exportRequested(chart->content(), format); });
    connect(m_winners, &BarChart::exportRequested, this, [this](const QString &format) { Q_EMIT exportBarsRequested(m_winners->content(), format); });
}

void BacktestView::retranslate()
{
    m_tabs->setTabText(FoldsTab, tr("By fold"));
    m_tabs->setTabText(StepsTab, tr("By step"));
    m_tabs->setTabText(WinnersTab, tr("Winners"));
    m_tabs->setTabText(WorstTab, tr("Worst"));
    m_tabs->setTabText(WeekdaysTab, tr("Weekdays"));
    m_tabs->setTabText(GroupsTab, tr("Groups"));
    m_again->setText(tr("Run again"));
    m_modelsTable->setAccessibleName(tr("Models by metric"));
    m_winnersTable->setAccessibleName(tr("Series with their best model"));
    m_worstTable->setAccessibleName(tr("Series, the worst first"));
    m_worstTitle->setText(tr("Worst &for"));
    m_worstModel->setToolTip(tr("The model whose errors stand beside the baseline's"));
    m_folds->setEmptyText(tr("One fold alone has no course over time. Choose more folds."));
    m_steps->setEmptyText(tr("A horizon of one step has no course. Choose a longer one."));
    fillErrors();
    m_models.retranslate();
    m_seriesModel.retranslate();
    showSentence();
    showCharts();
    fitTables();
}

void BacktestView::fillErrors()
{
    const int chosen = std::max(0, m_error->currentIndex());
    m_error->clear();
    for (const BacktestColumn column : drawnBacktestColumns()) {
        m_error->addItem(backtestColumnName(column), int(column));
        m_error->setItemData(m_error->count() - 1, backtestColumnHelp(column), Qt::ToolTipRole);
    }
    m_error->setCurrentIndex(chosen);
    m_error->setAccessibleName(tr("Error in the charts"));
    m_error->setToolTip(tr("Error in the charts"));
}

void BacktestView::fillModels()
{
    const QString chosen = m_worstModel->currentText();
    m_worstModel->clear();
    m_worstModel->addItems(m_findings.isEmpty() ? QStringList() : m_findings.models());
    m_worstModel->setCurrentIndex(std::max(0, m_worstModel->findText(chosen)));
    m_seriesModel.setModel(m_worstModel->currentText());
}

void BacktestView::setFindings(const BacktestFindings &findings)
{
    m_findings = findings;
    m_models.setFindings(findings);
    m_seriesModel.setFindings(findings);
    m_pair->setFindings(findings);
    m_groups->setFindings(findings);
    fillModels();
    showSentence();
    showCharts();
    fitTables();
}

void BacktestView::setNames(const QHash<QString, QString> &names)
{
    for (auto name = m_findings.names.begin(); name != m_findings.names.end(); ++name) // clazy:exclude=detaching-member : written to
        *name = names.value(name.key(), *name);
    m_seriesModel.setFindings(m_findings);
    fitTables();
}

void BacktestView::setStale(const QString &reason)
{
    m_stale->setText(reason);
    m_staleBar->setVisible(!reason.isEmpty());
}

void BacktestView::setCanRunAgain(bool canRun) { m_again->setEnabled(canRun); }

void BacktestView::showSentence()
{
    if (m_findings.isEmpty())
        return;
    const QLocale locale;
    const QString model = m_findings.request.models.constFirst();
    QString sentence = backtestSentence(m_findings.report, model);
    if (!sentence.isEmpty())
        sentence = tr("%1 is %2.", "ar-fourier is 12 % closer than ...").arg(model, sentence.replace(0, 1, sentence.front().toLower()));
    m_sentence->setText(sentence.isEmpty() ? tr("No error could be told: nothing was observed in the folds.") : sentence);
    QStringList parts{m_findings.series == 1 ? m_findings.nameOf(m_findings.report.tables.bySeries.value(0).name) : tr("%1 series").arg(locale.toString(m_findings.series)),
                      foldsInWords(m_findings)};
    if (m_findings.report.skippedSeries > 0)
        parts << tr("%1 series too short, left out").arg(locale.toString(m_findings.report.skippedSeries));
    parts << tr("%1 s", "seconds").arg(locale.toString(m_findings.report.seconds, 'f', m_findings.report.seconds < 1 ? 2 : 1));
    m_detail->setText(parts.join(QStringLiteral(" · ")));
}

void BacktestView::showCharts()
{
    if (m_findings.isEmpty())
        return;
    const auto column = BacktestColumn(m_error->currentData().toInt());
    m_folds->setContent(backtestFoldChart(m_findings, column));
    m_steps->setContent(backtestStepChart(m_findings, column));
    m_weekdays->setContent(backtestWeekdayChart(m_findings, column));
    m_tabs->setTabVisible(WeekdaysTab, !m_weekdays->content().isEmpty());
    m_tabs->setTabVisible(GroupsTab, !m_groups->isEmpty());
    m_winners->setContent(backtestWinnersChart(m_findings));
}

void BacktestView::fitTables()
{
    fitColumns(*m_modelsTable, -1);
    leaveOutColumn(*m_modelsTable, int(BacktestColumn::BetterShare), m_findings.series == 1); // of one series it tells nothing
    const bool hasP = m_seriesModel.hasPValues();
    leaveOutColumn(*m_worstTable, int(BacktestSeriesModel::Column::PValue), !hasP);
    fitColumns(*m_winnersTable, int(BacktestSeriesModel::Column::Series));
    fitColumns(*m_worstTable, int(BacktestSeriesModel::Column::Series));
}

/// The winner of a series where winners are listed, else the model whose errors are shown.
void BacktestView::follow(const QModelIndex &index, const QTableView *table)
{
    const QString winner = index.data(BacktestSeriesModel::WinnerRole).toString();
    const bool isWinner = table == m_winnersTable && !winner.isEmpty();
    if (index.isValid())
        Q_EMIT seriesChosen(index.data(BacktestSeriesModel::KeyRole).toString(), isWinner ? winner : m_seriesModel.model());
}

QString BacktestView::modelsText(bool onlySelected) const
{
    const QAbstractItemModel &model = *m_sortedModels;
    QStringList line{tr("Model")};
    for (int column = 0; column < model.columnCount(); ++column)
        line << model.headerData(column, Qt::Horizontal).toString();
    QString text = line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (int row = 0; row < model.rowCount(); ++row) {
        if (onlySelected && !m_modelsTable->selectionModel()->isRowSelected(row))
            continue;
        line = {model.headerData(row, Qt::Vertical).toString()};
        for (int column = 0; column < model.columnCount(); ++column)
            line << backtestText(model.index(row, column).data(BacktestModel::SortRole).toDouble(), BacktestColumn(column));
        text += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void BacktestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
