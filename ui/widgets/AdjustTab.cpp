#include "ui/widgets/AdjustTab.h"

#include "core/training/OverrideValue.h"
#include "ui/AppSession.h"
#include "ui/asking/NameDialog.h"
#include "ui/charts/Ticks.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace foretrail {

namespace {

QString layerTitle(OverrideLayer layer)
{
    return layer == OverrideLayer::Manager ? AdjustTab::tr("Manager") : AdjustTab::tr("Analyst");
}

QString changeInPercent(double share)
{
    return (share >= 0 ? QStringLiteral("+") : QString()) + QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %");
}

} // namespace

AdjustTab::AdjustTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_sentence(new QLabel(this)), m_reason(new QComboBox(this)), m_layer(new QComboBox(this)), m_show(new QComboBox(this)),
      m_steps(new QToolButton(this)), m_spread(addAction("overrideSpread", &AdjustTab::askSpread)),
      m_remove(addAction("overrideRemove", &AdjustTab::removeChosen)), m_undo(addAction("overrideUndo", &AdjustTab::undo)),
      m_redo(addAction("overrideRedo", &AdjustTab::redo)), m_grid(plainTable(QStringLiteral("overrideGrid"), &m_model, RowOrder::OfModel)),
      m_valueTable(plainTable(QStringLiteral("overrideValues"), &m_values))
{
    arrange();
    connectAll();
    retranslate();
    showState();
}

QAction *AdjustTab::addAction(const char *name, void (AdjustTab::*run)())
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    QWidget::addAction(action);
    return action;
}

void AdjustTab::arrange()
{
    m_sentence->setObjectName(QStringLiteral("overrideSentence"));
    m_sentence->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("overrideReason"));
    m_reason->setEditable(true);
    m_reason->setMinimumWidth(130);
    m_layer->setObjectName(QStringLiteral("overrideLayer"));
    m_show->setObjectName(QStringLiteral("overrideShow"));
    m_show->addItems({QString(), QString()});
    m_remove->setShortcut(QKeySequence::Delete);
    m_grid->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    keepRowsInPlace(*m_grid); // steps of time, of which several in a row are chosen and typed into
    m_grid->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *controls = new FlowLayout;
    controls->addWidget(m_reason);
    controls->addWidget(m_layer);
    m_steps->setObjectName(QStringLiteral("overrideSteps"));
    m_steps->setPopupMode(QToolButton::InstantPopup);
    for (QAction *action : {m_spread, m_remove, m_undo, m_redo})
        m_steps->addAction(action);
    controls->addWidget(m_steps);
    controls->addWidget(m_show);
    auto *tables = new QHBoxLayout;
    tables->addWidget(m_grid, 3);
    tables->addWidget(m_valueTable, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_sentence);
    layout->addLayout(controls);
    layout->addLayout(tables, 1);
}

void AdjustTab::connectAll()
{
    connect(&m_draft, &OverrideDraft::changed, this, [this] {
        showState();
        fitGrid();
    });
    connect(m_show, &QComboBox::currentIndexChanged, this, &AdjustTab::showTables);
    connect(&m_draft, &OverrideDraft::storeWanted, this, &AdjustTab::store);
    connect(&m_draft.undoStack(), &QUndoStack::indexChanged, this, &AdjustTab::showState);
    connect(&m_model, &OverridesModel::refused, this, [this](const QString &message) { session().report({ErrorCode::InvalidInput, message, {}}); });
    connect(m_reason, &QComboBox::currentTextChanged, this, [this](const QString &reason) { m_model.setNewReason(reason.trimmed()); });
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AdjustTab::showState);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && m_grid->hasFocus())
            Q_EMIT stepWanted(m_draft.origin() + current.row());
    });
}

void AdjustTab::retranslate()
{
    m_reason->lineEdit()->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason of the next corrections"));
    m_layer->setAccessibleName(tr("Whose corrections"));
    m_grid->setToolTip(tr("Corrections stay when the forecast is made anew"));
    m_layer->setToolTip(tr("Of points dragged on the chart and totals that are spread. The manager's corrections lie on what the analyst left."));
    m_grid->setAccessibleName(tr("Corrections, a row a step"));
    m_valueTable->setAccessibleName(tr("What past corrections were worth"));
    m_show->setItemText(0, tr("Corrections"));
    m_show->setItemText(1, tr("Value added"));
    m_show->setAccessibleName(tr("Corrections or what past ones were worth"));
    const QString reason = m_reason->currentText();
    m_reason->clear();
    m_reason->addItems({tr("promotion"), tr("holiday"), tr("price change"), tr("out of stock"), tr("new product"), tr("known order")});
    m_reason->setCurrentText(reason);
    const int layer = std::max(m_layer->currentIndex(), 0);
    m_layer->clear();
    for (const OverrideLayer one : overrideLayers)
        m_layer->addItem(tr("As %1", "As analyst").arg(layerTitle(one).toLower()));
    m_layer->setCurrentIndex(layer);
    m_steps->setText(tr("Change"));
    m_steps->setToolTip(tr("What can be done with the chosen steps"));
    m_spread->setText(tr("Spread a total…"));
    m_spread->setToolTip(tr("Gives the chosen steps this total, in the proportions of the forecast"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Takes the corrections of the chosen steps away"));
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    showState();
}

void AdjustTab::fill()
{
    if (forecast() && forecast()->hasFuture()) {
        const ForecastOutcome &outcome = forecast()->outcome;
        m_draft.setKept(forecast()->adjustments, outcome.future, outcome.history.axis, outcome.history.size(), forecast()->spec.limits, forecast()->spec.model.model);
    } else {
        m_draft.clear();
    }
    fillValues();
    fitGrid();
}

void AdjustTab::fillValues()
{
    QList<QStringList> table{{tr("Value added"), tr("Steps"), tr("Closer"), tr("MAE before"), tr("MAE after")}};
    if (forecast()) {
        for (const OverrideValue &value : overrideValues(m_draft.kept().overrides, forecast()->outcome.history)) {
            const QString who = layerTitle(value.layer);
            const QString why = value.reason.isEmpty() ? tr("without a reason") : value.reason;
            table.append({value.isTotal ? who : tr("%1: %2", "Analyst: promotion").arg(who, why), QString::number(value.steps), QString::number(value.better),
                          QString::number(value.errorBefore, 'g', 6), QString::number(value.errorAfter, 'g', 6)});
        }
    }
    m_values.setTable(table);
    fitColumns(*m_valueTable, 0);
    showTables();
}

/// The reason has what the others leave, and they no more than they need: a title may come closer to the next one, a number is never cut.
void AdjustTab::fitGrid()
{
    constexpr int spare = 2;
    fitColumns(*m_grid, OverridesModel::Reason);
    const QAbstractItemView &view = *m_grid;
    QHeaderView &header = *m_grid->horizontalHeader();
    for (int column = OverridesModel::Model; column < OverridesModel::Reason; ++column) // of the time no more than its days need
        header.resizeSection(column, std::max(header.sectionSize(column) - spare, view.sizeHintForColumn(column)));
}

void AdjustTab::showTables()
{
    constexpr int roomForBoth = 800;
    const bool hasValues = m_values.rowCount() > 0, isWide = width() >= roomForBoth;
    m_show->setVisible(hasValues && !isWide);
    const bool isValues = hasValues && !isWide && m_show->currentIndex() == 1;
    m_grid->setVisible(!isValues);
    m_valueTable->setVisible(hasValues && (isWide || isValues));
}

void AdjustTab::resizeEvent(QResizeEvent *event)
{
    ForecastTab::resizeEvent(event);
    showTables();
}

QString AdjustTab::sentence() const
{
    const AdjustedForecast &adjusted = m_draft.forecast();
    if (adjusted.steps.empty())
        return tr("There is no forecast to correct yet.");
    if (!adjusted.isAdjusted())
        return tr("Type 120, +10 % or -5 into the column of analyst or manager, or drag a point on the chart.");
    const double from = adjusted.forecastTotal(), to = adjusted.adjustedTotal();
    const auto moved = std::count_if(adjusted.steps.begin(), adjusted.steps.end(), [](const AdjustedStep &step) { return step.hasMoved(); });
    QString text = tr("%n steps corrected: the total goes from %1 to %2", nullptr, adjusted.adjustedCount()).arg(plainNumber(from), plainNumber(to));
    text += from > 0 ? tr(" (%1).").arg(changeInPercent(to / from - 1)) : QStringLiteral(".");
    if (moved > 0)
        text += QLatin1Char(' ') + tr("%n of them were made on an earlier forecast.", nullptr, int(moved));
    return text;
}

void AdjustTab::showState()
{
    const QList<int> chosen = chosenSteps();
    m_sentence->setText(sentence());
    m_spread->setEnabled(!chosen.isEmpty() && !session().isReadOnly());
    m_remove->setEnabled(std::any_of(chosen.begin(), chosen.end(), [this](int step) { return m_draft.forecast().steps[size_t(step)].isAdjusted(); }));
    m_undo->setEnabled(m_draft.undoStack().canUndo());
    m_undo->setToolTip(m_draft.undoStack().undoText());
    m_redo->setEnabled(m_draft.undoStack().canRedo());
    m_redo->setToolTip(m_draft.undoStack().redoText());
}

void AdjustTab::undo() { m_draft.undoStack().undo(); }
void AdjustTab::redo() { m_draft.undoStack().redo(); }

QUndoStack &AdjustTab::undoStack() { return m_draft.undoStack(); }

OverrideLayer AdjustTab::layer() const { return m_layer->currentIndex() == 1 ? OverrideLayer::Manager : OverrideLayer::Analyst; }

QList<int> AdjustTab::chosenSteps() const
{
    QList<int> steps;
    for (const QModelIndex &index : m_grid->selectionModel()->selectedIndexes())
        if (!steps.contains(index.row()) && index.row() < int(m_draft.forecast().steps.size()))
            steps.append(index.row());
    std::sort(steps.begin(), steps.end());
    return steps;
}

void AdjustTab::askSpread()
{
    const QList<int> steps = chosenSteps();
    double now = 0;
    for (const int step : steps)
        now += m_draft.forecast().steps[size_t(step)].adjusted();
    const NameDialog::Question question{tr("Spread a total"), tr("Total of %n steps", nullptr, int(steps.size())), QLocale().toString(now, 'f', 2), tr("Spread")};
    NameDialog::ask(this, question, [this, steps](const QString &typed) {
        const Result<TypedOverride> total = typedOverride(typed, QLocale());
        if (!total || total->kind != OverrideKind::Value)
            return session().report({ErrorCode::InvalidInput, tr("\"%1\" is no total. Type a number.").arg(typed), {}});
        if (steps.last() < int(m_draft.forecast().steps.size()))
            m_draft.spread(layer(), steps, total->amount, m_reason->currentText().trimmed());
    });
}

void AdjustTab::removeChosen() { m_draft.remove(chosenSteps()); }

void AdjustTab::correctStep(int step, double value)
{
    if (step < 0 || step >= int(m_draft.forecast().steps.size()))
        return;
    m_draft.correct(layer(), {{step, TypedOverride{OverrideKind::Value, value}}}, m_reason->currentText().trimmed());
    m_grid->setCurrentIndex(m_model.index(step, m_layer->currentIndex() == 1 ? OverridesModel::Manager : OverridesModel::Analyst));
}

/// What is seen is what the workspace keeps: where that fails, it is said and read anew.
void AdjustTab::store(const QString &question, const QList<qint64> &times, const QList<Override> &now)
{
    Q_EMIT adjustmentsChanged(m_draft.kept());
    session().runOnWorkspace<bool>({tr("Keeping corrections"), Lane::Write, false},
        [question, times, now](Workspace &workspace, JobContext &job) -> Result<bool> {
            const Result<void> stored = OverrideStore(workspace).replace(question, times, now, job);
            return stored ? Result<bool>(true) : fail(stored.error());
        }, this,
        [this](Result<bool> stored) {
            if (stored)
                return;
            session().report(stored.error(), tr("Keeping corrections"));
            m_draft.undoStack().clear();
            Q_EMIT forecastChanged();
        });
}

} // namespace foretrail
