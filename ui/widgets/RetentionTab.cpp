#include "ui/widgets/RetentionTab.h"

#include "ui/charts/LineChart.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/HeatDelegate.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableHabits.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace foretrail {

namespace {

constexpr int mostCohortCurves = 5;
constexpr qint64 leastForCurve = 10; ///< users of a cohort that a curve is drawn for

FlowActivity activityFrom(const QComboBox &combo) { return combo.currentData().toString() == u"purchase" ? FlowActivity::Purchase : FlowActivity::AnyEvent; }

} // namespace

RetentionTab::RetentionTab(AppSession &session, QWidget *parent)
    : BehaviourTab(session, QStringLiteral("retentionTab"), parent), m_cohortLabel(new QLabel), m_cohort(addCombo(QStringLiteral("retentionCohort"), m_cohortLabel)),
      m_activityLabel(new QLabel), m_activity(addCombo(QStringLiteral("retentionActivity"), m_activityLabel)), m_byLabel(new QLabel),
      m_by(addCombo(QStringLiteral("retentionBy"), m_byLabel)), m_shownLabel(new QLabel), m_shown(addCombo(QStringLiteral("retentionShown"), m_shownLabel)),
      m_orLater(new QCheckBox), m_table(plainTable(QStringLiteral("retentionTable"), &m_model, RowOrder::OfModel)), m_chart(new LineChart)
{
    m_orLater->setObjectName(QStringLiteral("retentionOrLater"));
    controls()->addWidget(m_orLater);
    m_chart->setObjectName(QStringLiteral("retentionChart"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setItemDelegate(new HeatDelegate(m_table));
    keepColumnsInPlace(*m_table); // periods after the first
    keepRowsInPlace(*m_table);    // cohorts, the oldest first: together they are a triangle
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("retentionSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_chart);
    splitter->setSizes({320, 220});
    body()->addWidget(splitter);
    connect(m_orLater, &QCheckBox::toggled, this, &RetentionTab::askAgain);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        m_clicked = index;
        m_sinceClick.start();
        openUsers(index);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const bool isSecondClick = m_clicked == index && m_sinceClick.isValid() && m_sinceClick.elapsed() < QApplication::doubleClickInterval();
        if (!isSecondClick) // the first one has opened them
            openUsers(index);
    });
    connect(m_chart, &LineChart::exportRequested, this, [this](const QString &format) { Q_EMIT curvesExport(m_chart->content(), format); });
    retranslate();
    const QSignalBlocker quiet(m_by);
    m_by->setCurrentIndex(1);
}

void RetentionTab::retranslate()
{
    m_cohortLabel->setText(tr("&Began with"));
    fillCombo(*m_cohort, {{tr("their first event"), QStringLiteral("event")}, {tr("their first purchase"), QStringLiteral("purchase")}});
    m_activityLabel->setText(tr("Came &back with"));
    fillCombo(*m_activity, {{tr("any event"), QStringLiteral("event")}, {tr("a purchase"), QStringLiteral("purchase")}});
    m_byLabel->setText(tr("B&y"));
    fillCombo(*m_by, {{tr("day"), QStringLiteral("day")}, {tr("week"), QStringLiteral("week")}, {tr("month"), QStringLiteral("month")}});
    m_shownLabel->setText(tr("S&how"));
    fillCombo(*m_shown, {{tr("% of the cohort"), QStringLiteral("shares")}, {tr("users"), QStringLiteral("counts")}});
    m_orLater->setText(tr("In the period or &later"));
    m_table->setAccessibleName(tr("Retention of each cohort"));
    m_chart->setEmptyText(tr("Curves need two periods after the first that are over."));
}

QJsonObject RetentionTab::choices() const
{
    return {{QStringLiteral("cohort"), m_cohort->currentData().toString()}, {QStringLiteral("activity"), m_activity->currentData().toString()},
            {QStringLiteral("by"), m_by->currentData().toString()}, {QStringLiteral("shown"), m_shown->currentData().toString()}, {QStringLiteral("orLater"), m_orLater->isChecked()}};
}

void RetentionTab::setChoices(const QJsonObject &choices)
{
    const QSignalBlocker quiet[]{QSignalBlocker(m_cohort), QSignalBlocker(m_activity), QSignalBlocker(m_by), QSignalBlocker(m_shown), QSignalBlocker(m_orLater)};
    const auto choose = [&](QComboBox *combo, const char *key) {
        if (const int row = combo->findData(choices[QLatin1String(key)].toString()); row >= 0)
            combo->setCurrentIndex(row);
    };
    choose(m_cohort, "cohort");
    choose(m_activity, "activity");
    choose(m_by, "by");
    choose(m_shown, "shown");
    m_orLater->setChecked(choices[QStringLiteral("orLater")].toBool());
}

RetentionRequest RetentionTab::request() const
{
    const QString by = m_by->currentData().toString();
    return {activityFrom(*m_cohort), activityFrom(*m_activity), by == u"day" ? Step::Day : by == u"month" ? Step::Month : Step::Week};
}

void RetentionTab::ask()
{
    using Shared = std::shared_ptr<const RetentionResult>;
    start<Shared>(tr("Counting who comes back"), [request = request()](const BehaviourLog &log, Workspace &, JobContext &job) -> Result<Shared> {
        Result<RetentionResult> result = retention(*log.log, request, log.set(), job);
        if (!result)
            return fail(result.error());
        return Shared(std::make_shared<const RetentionResult>(std::move(*result)));
    }, [this](const Shared &result) { show(result); });
}

void RetentionTab::show(const std::shared_ptr<const RetentionResult> &result)
{
    m_result = result;
    showTriangle();
    tell(sentenceOf(*result), result->notes);
}

void RetentionTab::showTriangle()
{
    m_model.setResult(m_result, m_orLater->isChecked(), m_shown->currentData().toString() != u"counts");
    const QFontMetrics metrics(m_table->font());
    m_table->horizontalHeader()->setDefaultSectionSize(std::max(metrics.horizontalAdvance(QStringLiteral("100.0*")), metrics.horizontalAdvance(QStringLiteral("00,000*"))) + 14);
    m_table->setColumnWidth(RetentionModel::cohortColumn, metrics.horizontalAdvance(QStringLiteral("2024-00-00")) + 20);
    m_table->setColumnWidth(RetentionModel::sizeColumn, metrics.horizontalAdvance(QStringLiteral("0,000,000")) + 20);
    m_chart->setContent(curves());
}

/// All cohorts together, and the largest of them, oldest first.
ChartContent RetentionTab::curves() const
{
    ChartContent content;
    content.title = m_orLater->isChecked() ? tr("Users who were there in a period or any later one") : tr("Users who were there in each period after their first");
    content.sentence = sentence();
    content.valueTitle = tr("Users (%)");
    content.indexTitle = tr("Periods after the first");
    const auto curveOf = [&](const QString &name, CurveRole role, int other, auto &&shareAt) {
        std::vector<double> values; // all are there in their first period
        for (int k = 1; k < m_result->periods.count(); ++k)
            values.push_back(100 * shareAt(k));
        while (!values.empty() && std::isnan(values.back()))
            values.pop_back();
        if (values.size() > 1)
            content.curves.append({name, role, other, 1, shared(std::move(values))});
    };
    const bool orLater = m_orLater->isChecked();
    curveOf(tr("All"), CurveRole::History, 0, [&](int k) { return m_result->overall(k, orLater); });
    std::vector<int> cohorts;
    for (int cohort = 0; cohort + 2 < int(m_result->cohorts.size()); ++cohort)
        if (m_result->cohorts[size_t(cohort)].size >= leastForCurve)
            cohorts.push_back(cohort);
    std::stable_sort(cohorts.begin(), cohorts.end(), [&](int a, int b) { return m_result->cohorts[size_t(a)].size > m_result->cohorts[size_t(b)].size; });
    cohorts.resize(std::min<size_t>(cohorts.size(), mostCohortCurves));
    std::sort(cohorts.begin(), cohorts.end());
    for (size_t i = 0; i < cohorts.size(); ++i)
        curveOf(m_result->periods.label(cohorts[i]), CurveRole::Other, int(i), [&](int k) {
            const RetentionCohort &one = m_result->cohorts[size_t(cohorts[i])];
            return size_t(k) < one.back.size() && m_result->isFinished(cohorts[i], k) ? double((orLater ? one.orLater : one.back)[size_t(k)]) / double(one.size) : missing;
        });
    return content;
}

QString RetentionTab::sentenceOf(const RetentionResult &result) const
{
    const QLocale locale;
    if (result.periods.count() < 2 || std::isnan(result.overall(1, false)))
        return tr("%Ln user(s); the log is too short to see who comes back.", nullptr, int(result.users()));
    const QString share = locale.toString(100 * result.overall(1, false), 'f', 1);
    const auto base = int(result.overallBase(1)); // those who began early enough
    switch (result.request.by) {
    case Step::Day: return tr("%1 % of %Ln user(s) were back on the day after their first.", nullptr, base).arg(share);
    case Step::Month: return tr("%1 % of %Ln user(s) were back in the month after their first.", nullptr, base).arg(share);
    default: return tr("%1 % of %Ln user(s) were back in the week after their first.", nullptr, base).arg(share);
    }
}

void RetentionTab::openUsers(const QModelIndex &index)
{
    const qint64 count = m_model.countAt(index);
    const int cohort = m_model.cohortOf(index.row());
    const int k = m_model.periodOf(index.column());
    if (!m_result || count < 0 || cohort < 0)
        return;
    const QString began = m_result->periods.label(cohort);
    const QString title = k < 0 ? tr("Users who began %1").arg(began)
        : m_orLater->isChecked() ? tr("Users who began %1 and were there in period %2 after, or later").arg(began, QLocale().toString(k))
                                 : tr("Users who began %1 and were there in period %2 after").arg(began, QLocale().toString(k));
    Q_EMIT usersWanted(title, QStringLiteral("retention-%1-%2.csv").arg(began).arg(std::max(0, k)),
                       [log = log(), request = m_result->request, cohort, k, orLater = m_orLater->isChecked()](JobContext &job) {
                           return retentionUsers(*log.log, request, log.set(), cohort, k, orLater, job);
                       });
}

FlowTable RetentionTab::table(GroupFloor floor) const
{
    return m_result ? retentionTable(*m_result, m_orLater->isChecked(), m_shown->currentData().toString() != u"counts", floor) : FlowTable();
}

} // namespace foretrail
