#include "ui/widgets/HierarchyTab.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/UsualLengths.h"
#include "ui/AppSession.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/Ticks.h"
#include "ui/models/CellOrder.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableFilter.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

enum LineColumn { NameColumn, AloneColumn, AddedUpColumn, ChangeColumn, WapeAloneColumn, WapeColumn };
enum LineRole { KeyRole = Qt::UserRole, LevelRole, RestRole };

QString shareText(double share) { return std::isfinite(share) ? QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %") : QStringLiteral("–"); }

QString moveText(double from, double to)
{
    return from > 0 ? (to >= from ? QStringLiteral("+") : QString()) + shareText(to / from - 1) : QStringLiteral("–");
}

QList<QStandardItem *> lineOf(const ReconciledNode &node)
{
    const QStringList texts{node.name, plainNumber(node.baseTotal()), plainNumber(node.total()), moveText(node.baseTotal(), node.total()), shareText(node.baseWape), shareText(node.wape)};
    const double values[] = {missing, node.baseTotal(), node.total(), node.baseTotal() > 0 ? node.total() / node.baseTotal() : missing, node.baseWape, node.wape};
    QList<QStandardItem *> line;
    for (const QString &text : texts) {
        auto *item = new QStandardItem(text);
        if (!line.isEmpty())
            item->setData(values[line.size()], orderRole);
        item->setEditable(false);
        item->setTextAlignment(line.isEmpty() ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
        line.append(item);
    }
    line.first()->setData(node.key, KeyRole);
    line.first()->setData(int(node.level), LevelRole);
    line.first()->setData(node.isRest, RestRole);
    line.first()->setToolTip(node.problem.isEmpty() ? node.name : HierarchyTab::tr("%1: the mean of its history stands in for the model (%2)").arg(node.name, node.problem));
    return line;
}

/// Whether the test part is what a series of this length gets where nobody chose.
bool hasUsualTest(const TrainingSpec &spec, const Series &history)
{
    const auto known = std::count_if(history.values.begin(), history.values.end(), [](double value) { return std::isfinite(value); });
    return spec.split.test == usualTest(history.axis.step, history.size()) || spec.split.test == usualTest(history.axis.step, known);
}

} // namespace

HierarchyTab::HierarchyTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_job(session.jobs()), m_sentence(new QLabel(this)), m_method(new QComboBox(this)),
      m_top(new QSpinBox(this)), m_start(new QPushButton(this)), m_save(new QPushButton(this)),
      m_stack(new QStackedWidget(this)), m_tree(plainTree(QStringLiteral("hierarchyTree"), &m_lines)), m_empty(new EmptyState)
{
    arrange();
    connect(m_start, &QPushButton::clicked, this, &HierarchyTab::start);
    connect(m_save, &QPushButton::clicked, this, &HierarchyTab::save);
    connect(m_tree, &QTreeView::activated, this, &HierarchyTab::open);
    connect(&session, &AppSession::workspaceChanged, this, [this] {
        m_job.cancel();
        m_isRunning = false;
        show({});
    });
    retranslate();
    showState();
}

void HierarchyTab::arrange()
{
    m_sentence->setObjectName(QStringLiteral("hierarchySentence"));
    m_sentence->setWordWrap(true);
    m_method->setObjectName(QStringLiteral("hierarchyMethod"));
    m_top->setObjectName(QStringLiteral("hierarchyTop"));
    m_top->setRange(0, 2000);
    m_top->setValue(30);
    m_start->setObjectName(QStringLiteral("hierarchyStart"));
    m_save->setObjectName(QStringLiteral("hierarchySave"));
    auto *controls = new FlowLayout;
    for (QWidget *part : std::initializer_list<QWidget *>{m_method, m_top, m_start, m_save, new TableFilter(*m_tree)})
        controls->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(controls);
    layout->addWidget(m_sentence);
    layout->addWidget(m_stack, 1);
    m_empty->setObjectName(QStringLiteral("hierarchyEmpty"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
}

void HierarchyTab::retranslate()
{
    m_method->setAccessibleName(tr("How forecasts are made to add up"));
    m_top->setSuffix(tr(" items"));
    m_top->setToolTip(tr("The largest items have forecasts of their own; the others of a category are one series"));
    m_top->setAccessibleName(m_top->toolTip());
    m_save->setText(tr("Export"));
    m_tree->setAccessibleName(tr("Forecasts that add up; Enter opens a series"));
    const QVariant chosen = m_method->currentData();
    m_method->clear();
    m_method->addItem(tr("All move (MinT)"), int(ReconcileMethod::MinTrace));
    m_method->setItemData(0, tr("Each moves as far as it usually misses"), Qt::ToolTipRole);
    m_method->addItem(tr("Bottom-up"), int(ReconcileMethod::BottomUp));
    m_method->setItemData(1, tr("Items stand, the others are their sums"), Qt::ToolTipRole);
    m_method->addItem(tr("Top-down"), int(ReconcileMethod::TopDown));
    m_method->setItemData(2, tr("The total stands and is shared out as in the past"), Qt::ToolTipRole);
    m_method->setCurrentIndex(std::max(m_method->findData(chosen), 0));
    m_lines.setHorizontalHeaderLabels({tr("Series"), tr("Alone"), tr("Added up"), tr("Change", "a column: in percent"), tr("WAPE alone"), tr("WAPE")});
    for (int column = AloneColumn; column <= WapeColumn; ++column)
        m_lines.horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    showState();
}

/// What is shown stays while another series of the same shop is looked at.
void HierarchyTab::fill()
{
    const bool isOther = forecast() && !m_forecast.nodes.isEmpty() && (forecast()->spec.query.measure != m_asked.measure || forecast()->spec.query.step != m_asked.step
        || !(forecast()->spec.query.segment == m_asked.segment));
    if (isOther)
        show({});
    showState();
}

void HierarchyTab::showState()
{
    m_start->setText(m_isRunning ? tr("Stop") : tr("Add up"));
    m_start->setEnabled(m_isRunning || (forecast() && session().hasWorkspace()));
    m_save->setEnabled(!m_forecast.nodes.isEmpty());
    const bool isEmpty = m_forecast.nodes.isEmpty();
    m_sentence->setText(m_isRunning ? tr("Forecasting the total, its categories and items…") : m_forecast.sentence());
    m_sentence->setVisible(!isEmpty);
    m_empty->setText(m_isRunning ? m_sentence->text()
                                 : tr("Made one by one, forecasts of items and of the total do not add up. \"Add up\" forecasts the total, its categories and the largest "
                                      "items, and changes them so that the parts make the whole."));
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_tree);
}

void HierarchyTab::start()
{
    if (m_isRunning) {
        m_job.cancel();
        m_isRunning = false;
        return showState();
    }
    if (!forecast())
        return;
    TrainingSpec spec = forecast()->spec;
    if (hasUsualTest(spec, forecast()->outcome.history))
        spec.split.test = -1; // of the total, not of the series that is shown
    const auto method = ReconcileMethod(m_method->currentData().toInt());
    m_isRunning = true;
    showState();
    session().runLatestOnWorkspace<ReconciledForecast>(m_job, {tr("Making forecasts add up"), Lane::Read, true},
        [spec, method, top = m_top->value()](Workspace &workspace, JobContext &job) -> Result<ReconciledForecast> {
            const Result<SeriesQuery> known = withUsers(workspace, spec.query, job);
            if (!known)
                return fail(known.error());
            TrainingSpec asked = spec;
            asked.query = *known;
            return reconciledForecast(workspace.data(), asked, method, top, 0, job);
        }, this,
        [this, query = spec.query](Result<ReconciledForecast> result) {
            m_isRunning = false;
            if (result) {
                m_asked = query;
                return show(*result);
            }
            session().report(result.error(), tr("Making forecasts add up"));
            showState();
        });
}

void HierarchyTab::show(const ReconciledForecast &forecast)
{
    m_forecast = forecast;
    showState(); // a table that is not seen has no width to fit into
    showLines();
}

void HierarchyTab::showLines()
{
    m_lines.removeRows(0, m_lines.rowCount());
    QList<QStandardItem *> items;
    for (const ReconciledNode &node : m_forecast.nodes) {
        const QList<QStandardItem *> line = lineOf(node);
        (node.parent < 0 ? m_lines.invisibleRootItem() : items[node.parent])->appendRow(line);
        items.append(line.first());
    }
    m_tree->expandToDepth(0);
    fitColumns(*m_tree, -1);
    for (int column = NameColumn; column <= WapeColumn; ++column) { // parts may have longer names and numbers than their sum
        const int fitted = m_tree->columnWidth(column);
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, std::max(fitted, m_tree->columnWidth(column)));
    }
    constexpr int leastName = 150; // long names, whole in their tooltips, give way to the figures
    const int tooWide = m_tree->header()->length() - m_tree->viewport()->width();
    if (tooWide > 0)
        m_tree->setColumnWidth(NameColumn, std::max(std::min(leastName, m_tree->columnWidth(NameColumn)), m_tree->columnWidth(NameColumn) - tooWide));
}

/// Drill down: the series of a line is shown above, with its own list at the left.
void HierarchyTab::open(const QModelIndex &line)
{
    const QModelIndex first = line.siblingAtColumn(NameColumn);
    if (first.data(RestRole).toBool())
        return;
    SeriesQuery question = m_asked;
    question.keys = {};
    const auto level = HierarchyLevel(first.data(LevelRole).toInt());
    question.by = level == HierarchyLevel::Total ? GroupBy::Total : level == HierarchyLevel::Category ? GroupBy::Category : GroupBy::Item;
    session().selection().setSeries(first.data(KeyRole).toString(), first.data().toString());
    session().selection().setQuestion(question);
}

void HierarchyTab::save()
{
    const QString path = FileDialogs::saveFile(this, tr("Export"), QStringLiteral("forecasts-that-add-up.csv"), QStringLiteral("CSV (*.csv)"));
    if (!path.isEmpty())
        session().save(tr("Exporting forecasts that add up"), path, [path, forecast = m_forecast] { return writeReconciled(forecast, path); });
}

} // namespace foretrail
