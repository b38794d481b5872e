#include "ui/widgets/LifecycleTab.h"

#include "core/behaviour/segments/SegmentJudge.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/StateDrawing.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableHabits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace foretrail {

namespace {

constexpr int firstState = int(LifeState::New); ///< of the columns of the table of moves, behind the name of the row

} // namespace

LifecycleTab::LifecycleTab(AppSession &session, QWidget *parent)
    : BehaviourTab(session, QStringLiteral("lifecycleTab"), parent), m_statesLabel(new QLabel), m_states(addCombo(QStringLiteral("lifecycleStates"), m_statesLabel)), m_byLabel(new QLabel), m_by(addCombo(QStringLiteral("lifecycleBy"), m_byLabel)),
      m_activityLabel(new QLabel), m_activity(addCombo(QStringLiteral("lifecycleActivity"), m_activityLabel)), m_lapsedLabel(new QLabel), m_lapsed(new QSpinBox), m_lapsedPair(new QWidget),
      m_showsLapsed(new QCheckBox), m_chart(makeChart(QStringLiteral("lifecycleChart"))), m_periodLabel(new QLabel), m_periods(new QComboBox), m_ratio(new QLabel),
      m_table(plainTable(QStringLiteral("movesTable"), &m_moves, RowOrder::OfModel)), m_meanings(new QLabel)
{
    auto *row = new QHBoxLayout(m_lapsedPair);
    row->setContentsMargins(0, 0, 0, 0);
    m_lapsed->setObjectName(QStringLiteral("lifecycleLapsed"));
    m_lapsed->setRange(2, 100);
    m_lapsed->setValue(3);
    m_lapsed->setKeyboardTracking(false);
    m_lapsedLabel->setBuddy(m_lapsed);
    row->addWidget(m_lapsedLabel);
    row->addWidget(m_lapsed);
    controls()->addWidget(m_lapsedPair);
    m_showsLapsed->setObjectName(QStringLiteral("lifecycleShowsLapsed"));
    m_showsLapsed->setChecked(true);
    controls()->addWidget(m_showsLapsed);
    m_chart->setOpensAtOnce(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setMinimumHeight(120);
    keepColumnsInPlace(*m_table);
    keepRowsInPlace(*m_table); // states before by states now, both as a life goes
    m_periods->setObjectName(QStringLiteral("lifecyclePeriod"));
    m_periodLabel->setBuddy(m_periods);
    m_ratio->setObjectName(QStringLiteral("lifecycleRatio"));
    m_meanings->setProperty("quiet", true);
    m_meanings->setWordWrap(true);
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    auto *line = new QHBoxLayout;
    line->addWidget(m_periodLabel);
    line->addWidget(m_periods);
    line->addWidget(m_ratio, 1);
    column->addLayout(line);
    column->addWidget(m_table, 1);
    column->addWidget(m_meanings);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("lifecycleSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_chart);
    splitter->addWidget(below);
    splitter->setSizes({260, 330});
    body()->addWidget(splitter);
    connect(m_lapsed, &QSpinBox::valueChanged, this, &LifecycleTab::askAgain);
    connect(m_states, &QComboBox::currentIndexChanged, this, &LifecycleTab::showControls);
    connect(m_showsLapsed, &QCheckBox::toggled, this, [this] {
        showPeriods();
        Q_EMIT choicesChanged();
    });
    connect(m_periods, &QComboBox::currentIndexChanged, this, &LifecycleTab::choosePeriod);
    connect(m_chart, &MarkChart::chosenByPerson, this, [this](int mark) { choosePeriod(mark / 8); });
    connect(m_chart, &MarkChart::opened, this, [this](int mark) { openUsers(mark / 8, LifeState(mark % 8), {}); });
    connect(m_table, &QTableView::activated, this, &LifecycleTab::openCell);
    retranslate();
    const QSignalBlocker quiet(m_by);
    m_by->setCurrentIndex(1);
    showControls();
}

void LifecycleTab::showControls()
{
    const bool isByPeriods = m_states->currentData().toString() == u"periods";
    for (QWidget *part : {m_activityLabel->parentWidget(), m_lapsedPair})
        part->setVisible(isByPeriods);
}

void LifecycleTab::retranslate()
{
    m_statesLabel->setText(tr("&States by"));
    fillCombo(*m_states, {{tr("days of silence, as on page Customers"), QStringLiteral("silence")}, {tr("whole periods"), QStringLiteral("periods")}});
    m_byLabel->setText(tr("B&y"));
    fillCombo(*m_by, {{tr("week"), QStringLiteral("week")}, {tr("month"), QStringLiteral("month")}, {tr("day"), QStringLiteral("day")}});
    m_activityLabel->setText(tr("&Counts as there"));
    fillCombo(*m_activity, {{tr("any event"), QStringLiteral("event")}, {tr("a purchase"), QStringLiteral("purchase")}});
    m_lapsedLabel->setText(tr("&Lapsed after silent periods"));
    m_showsLapsed->setText(tr("Show lapsed &users"));
    m_periodLabel->setText(tr("&Moves in"));
    m_table->setAccessibleName(tr("Moves between states"));
}

QJsonObject LifecycleTab::choices() const
{
    return {{QStringLiteral("states"), m_states->currentData().toString()}, {QStringLiteral("by"), m_by->currentData().toString()}, {QStringLiteral("activity"), m_activity->currentData().toString()},
            {QStringLiteral("lapsedAfter"), m_lapsed->value()}, {QStringLiteral("showsLapsed"), m_showsLapsed->isChecked()}};
}

void LifecycleTab::setChoices(const QJsonObject &choices)
{
    const QSignalBlocker quiet[]{QSignalBlocker(m_states), QSignalBlocker(m_by), QSignalBlocker(m_activity), QSignalBlocker(m_lapsed), QSignalBlocker(m_showsLapsed)};
    if (const int row = m_by->findData(choices[QStringLiteral("by")].toString()); row >= 0)
        m_by->setCurrentIndex(row);
    m_states->setCurrentIndex(std::max(0, m_states->findData(choices[QStringLiteral("states")].toString())));
    showControls();
    m_activity->setCurrentIndex(std::max(0, m_activity->findData(choices[QStringLiteral("activity")].toString())));
    m_lapsed->setValue(choices[QStringLiteral("lapsedAfter")].toInt(3));
    m_showsLapsed->setChecked(choices[QStringLiteral("showsLapsed")].toBool(true));
}

LifecycleRequest LifecycleTab::request() const
{
    const QString by = m_by->currentData().toString();
    return {by == u"day" ? Step::Day : by == u"week" ? Step::Week : Step::Month,
            m_activity->currentData().toString() == u"purchase" ? FlowActivity::Purchase : FlowActivity::AnyEvent, m_lapsed->value()};
}

void LifecycleTab::ask()
{
    using Shared = std::shared_ptr<const LifecycleResult>;
    start<Shared>(tr("Counting states of users"), [asked = request(), isByPeriods = m_states->currentData().toString() == u"periods"](const BehaviourLog &log, Workspace &workspace, JobContext &job) -> Result<Shared> {
        LifecycleRequest request = asked;
        if (!isByPeriods) {
            const Result<SharedBasis> basis = segmentBasis(workspace, job);
            if (!basis)
                return fail(basis.error());
            request.rule = (*basis)->lifecycle;
        }
        Result<LifecycleResult> result = lifecycle(*log.log, request, log.set(), job);
        if (!result)
            return fail(result.error());
        return Shared(std::make_shared<const LifecycleResult>(std::move(*result)));
    }, [this](const Shared &result) { show(result); });
}

void LifecycleTab::show(const std::shared_ptr<const LifecycleResult> &result)
{
    m_result = result;
    const int count = result->periods.count();
    const bool isWhole = result->request.rule || result->periods.isFinished(count - 1); // silence is judged on its last day
    const int last = isWhole || count == 1 ? count - 1 : count - 2;
    {
        const QSignalBlocker quiet(m_periods);
        m_periods->clear();
        for (int period = 0; period < count; ++period)
            m_periods->addItem(result->periods.label(period) + (result->periods.isFinished(period) ? QString() : QStringLiteral("*")));
    }
    QStringList meanings;
    if (result->request.rule)
        meanings << result->request.rule->words();
    for (int state = firstState; state < lifeStates && !result->request.rule; ++state)
        meanings << tr("%1: %2.").arg(lifeStateText(LifeState(state)), lifeStateMeaning(LifeState(state), result->request.lapsedAfter));
    m_meanings->setText(meanings.join(QLatin1Char(' ')));
    m_period = -1;
    choosePeriod(last);
    tell(sentenceOf(last), result->notes);
}

QString LifecycleTab::sentenceOf(int period) const
{
    const QLocale locale;
    const LifecyclePeriod &counts = m_result->counts[size_t(period)];
    return tr("%1: %2 new, %3 active, %4 returned, %5 at risk, %6 lapsed.")
        .arg(m_result->periods.label(period), locale.toString(counts.at(LifeState::New)), locale.toString(counts.at(LifeState::Active)),
             locale.toString(counts.at(LifeState::Returned)), locale.toString(counts.at(LifeState::Dormant)), locale.toString(counts.at(LifeState::Lapsed)));
}

void LifecycleTab::showPeriods()
{
    if (m_result)
        m_chart->setDrawing(std::make_shared<const StateDrawing>(*m_result, tr("Users by state"), m_showsLapsed->isChecked(), m_period));
}

void LifecycleTab::choosePeriod(int period)
{
    if (!m_result || period < 0 || period >= m_result->periods.count() || period == m_period)
        return;
    m_period = period;
    const QSignalBlocker quiet(m_periods);
    m_periods->setCurrentIndex(period);
    showPeriods();
    const LifecyclePeriod &counts = m_result->counts[size_t(period)];
    QList<QStringList> table{{tr("Before \\ now")}};
    for (int to = firstState; to < lifeStates; ++to)
        table.front() << lifeStateText(LifeState(to));
    for (int from = 0; from < lifeStates; ++from) {
        table << QStringList{lifeStateText(LifeState(from))};
        for (int to = firstState; to < lifeStates; ++to)
            table.back() << QString::number(counts.between(LifeState(from), LifeState(to)));
    }
    table << QStringList{tr("All")};
    for (int to = firstState; to < lifeStates; ++to)
        table.back() << QString::number(counts.at(LifeState(to)));
    m_moves.setTable(table);
    fitColumns(*m_table, -1);
    const QLocale locale;
    m_ratio->setText(std::isnan(counts.quickRatio())
                         ? tr("%1 went silent.").arg(locale.toString(counts.newlyDormant()))
                         : tr("Quick ratio %1: %2 came or came back, %3 went silent.")
                               .arg(locale.toString(counts.quickRatio(), 'f', 2), locale.toString(std::llround(counts.quickRatio() * double(counts.newlyDormant()))), locale.toString(counts.newlyDormant())));
}

void LifecycleTab::openCell(const QModelIndex &index)
{
    if (!m_result || !index.isValid() || index.column() < 1)
        return;
    const auto state = LifeState(index.column() - 1 + firstState);
    openUsers(m_period, state, index.row() < lifeStates ? std::optional(LifeState(index.row())) : std::nullopt);
}

void LifecycleTab::openUsers(int period, LifeState state, std::optional<LifeState> from)
{
    if (!m_result)
        return;
    const QString label = m_result->periods.label(period);
    const QString title = from ? tr("Users who were \"%1\" before and \"%2\" in %3").arg(lifeStateText(*from), lifeStateText(state), label)
                               : tr("Users who were \"%1\" in %2").arg(lifeStateText(state), label);
    Q_EMIT usersWanted(title, QStringLiteral("%1-%2.csv").arg(lifeStateName(state), label),
                       [log = log(), request = m_result->request, period, state, from](JobContext &job) { return lifecycleUsers(*log.log, request, log.set(), period, state, from, job); });
}

FlowTable LifecycleTab::table(GroupFloor floor) const { return m_result ? lifecycleTable(*m_result, floor) : FlowTable(); }

} // namespace foretrail
