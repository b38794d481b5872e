#include "ui/widgets/ResidualsTab.h"

#include "ui/asking/SaveDrawing.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/ResidualCharts.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ScrolledWords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr auto viewsSetting = QLatin1String("residualViews");

QStringList usualViews() { return {QStringLiteral("residualsOverTime"), QStringLiteral("residualDistribution"), QStringLiteral("residualAutocorrelation")}; }

} // namespace

ResidualsTab::ResidualsTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_sentence(new QLabel(this)), m_choose(new QToolButton(this)), m_menu(new QMenu(m_choose)),
      m_overTime(addBars(QStringLiteral("residualsOverTime"))), m_distribution(addDrawing(QStringLiteral("residualDistribution"))),
      m_autocorrelation(addBars(QStringLiteral("residualAutocorrelation"))), m_partial(addBars(QStringLiteral("residualPartial"))),
      m_normal(addDrawing(QStringLiteral("residualNormal"))), m_fitted(addDrawing(QStringLiteral("residualFitted"))),
      m_weekdays(addDrawing(QStringLiteral("residualWeekdays"))), m_months(addDrawing(QStringLiteral("residualMonths"))),
      m_steps(addDrawing(QStringLiteral("residualSteps"))), m_stepJob(session.jobs())
{
    m_sentence->setObjectName(QStringLiteral("residualSentence"));
    m_choose->setObjectName(QStringLiteral("residualCharts"));
    m_choose->setPopupMode(QToolButton::InstantPopup);
    m_choose->setMenu(m_menu);
    m_menu->setObjectName(QStringLiteral("residualMenu"));
    auto *head = new QHBoxLayout;
    head->addWidget(new ScrolledWords(m_sentence, this), 1);
    head->addWidget(m_choose, 0, Qt::AlignTop);
    auto *charts = new QHBoxLayout;
    for (const View &view : m_views)
        charts->addWidget(view.chart, view.chart == m_overTime ? 4 : 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->addLayout(head);
    layout->addLayout(charts, 1);
    connect(m_menu, &QMenu::triggered, this, &ResidualsTab::onChosen);
    m_overTime->setOpensBars(true);
    connect(m_overTime, &BarChart::cursorMoved, this,
            [this](int bar) { Q_EMIT cursorMoved(bar < 0 ? std::nullopt : std::optional<qint64>(bar + firstShownOverTime())); });
    connect(m_overTime, &BarChart::opened, this, [this](int bar) {
        if (forecast())
            openStep(bar + firstShownOverTime());
    });
    for (MarkChart *points : {m_normal, m_fitted})
        connect(points, &MarkChart::opened, this, [this](int index) { openStep(index); });
    retranslate();
    QStringList kept = QString::fromUtf8(session.settings().layout(viewsSetting)).split(QLatin1Char(','), Qt::SkipEmptyParts);
    kept.removeIf([this](const QString &name) { return std::none_of(m_views.cbegin(), m_views.cend(), [&name](const View &view) { return view.name == name; }); });
    choose(kept.isEmpty() ? usualViews() : kept);
}

BarChart *ResidualsTab::addBars(const QString &name)
{
    auto *chart = new BarChart(this);
    chart->setObjectName(name);
    connect(chart, &BarChart::exportRequested, this, [this, chart](const QString &format) { Q_EMIT barsExport(chart->content(), format); });
    addView(chart);
    return chart;
}

MarkChart *ResidualsTab::addDrawing(const QString &name)
{
    auto *chart = new MarkChart(this);
    chart->setObjectName(name);
    chart->setMinimumSize(100, 96); // beside two others
    connect(chart, &MarkChart::exportRequested, this, [this, chart](const QString &format) {
        if (chart->drawing())
            saveDrawing(this->session(), this, *chart->drawing(), format);
    });
    addView(chart);
    return chart;
}

void ResidualsTab::addView(QWidget *chart)
{
    QAction *action = m_menu->addAction(QString());
    action->setObjectName(chart->objectName() + QStringLiteral("Action"));
    action->setCheckable(true);
    m_views.append({chart->objectName(), chart, action});
}

void ResidualsTab::retranslate()
{
    const QStringList titles{tr("Over time"), tr("Distribution"), tr("Autocorrelation"), tr("Partial autocorrelation"), tr("Normal quantiles (Q-Q)"), tr("Against forecasts"),
                             tr("By weekday"), tr("By month"), tr("By step ahead")};
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views[i].action->setText(titles.value(i));
    m_choose->setText(tr("Charts"));
    m_choose->setAccessibleName(tr("Charts of residuals"));
    m_choose->setToolTip(tr("Which charts are seen, three at most"));
}

void ResidualsTab::choose(const QStringList &names)
{
    m_seen = names.mid(0, mostSeen);
    for (const View &view : m_views) {
        view.chart->setVisible(m_seen.contains(view.name));
        view.action->setChecked(m_seen.contains(view.name));
    }
}

void ResidualsTab::onChosen(QAction *action)
{
    const auto view = std::find_if(m_views.cbegin(), m_views.cend(), [action](const View &one) { return one.action == action; });
    QStringList names = m_seen;
    names.removeAll(view->name);
    if (action->isChecked()) {
        if (names.size() >= mostSeen)
            names.removeFirst(); // the one that was there longest makes room
        names.append(view->name);
    }
    choose(names.isEmpty() ? m_seen : names); // one is always seen
    session().settings().setLayout(viewsSetting, m_seen.join(QLatin1Char(',')).toUtf8());
    fillCharts();
}

void ResidualsTab::fill()
{
    m_stepJob.cancel();
    m_stepErrors.clear();
    m_hasAskedSteps = false;
    m_sentence->setText(residualVerdict(forecast() && !forecast()->outcome.fitted.empty() ? forecast()->residuals : ResidualDiagnostics{}));
    fillCharts();
}

void ResidualsTab::fillCharts()
{
    const bool isFitted = forecast() && !forecast()->outcome.fitted.empty();
    const ResidualDiagnostics none;
    const ForecastOutcome nothing;
    const ResidualSource source{isFitted ? forecast()->residuals : none, isFitted ? forecast()->outcome : nothing};
    m_overTime->setContent(residualsOverTime(source));
    m_distribution->setDrawing(residualDistribution(source));
    m_autocorrelation->setContent(residualAutocorrelation(source, false));
    m_partial->setContent(residualAutocorrelation(source, true));
    m_normal->setDrawing(residualNormalPlot(source));
    m_fitted->setDrawing(residualsAgainstFitted(source));
    m_weekdays->setDrawing(residualGroups(source, false));
    m_months->setDrawing(residualGroups(source, true));
    m_steps->setDrawing(residualSteps(source, m_stepErrors));
    if (isFitted && m_seen.contains(m_steps->objectName()))
        askStepErrors();
}

void ResidualsTab::setCursor(std::optional<qint64> index)
{
    const qint64 first = firstShownOverTime();
    m_overTime->setCursor(index && *index >= first ? int(*index - first) : -1);
}

/// The step of the first bar over time.
qint64 ResidualsTab::firstShownOverTime() const
{
    return forecast() && !forecast()->outcome.fitted.empty() ? qint64(firstShownResidual(forecast()->residuals)) : 0;
}

void ResidualsTab::askStepErrors()
{
    const ModelInfo *info = modelRegistry().find(forecast()->spec.model.model);
    if (m_hasAskedSteps || !info || info->isNeural || !session().hasWorkspace()) // a network would have to learn again at each origin
        return;
    m_hasAskedSteps = true;
    TrainingSpec spec = forecast()->spec;
    spec.query.keys = {forecast()->outcome.history.key};
    session().runLatestOnWorkspace<std::vector<StepError>>(m_stepJob, {tr("Forecasting from earlier origins"), Lane::Read, true},
        [spec](Workspace &workspace, JobContext &job) { return stepErrors(workspace, spec, job); }, this,
        [this](Result<std::vector<StepError>> errors) {
            if (!errors) // too short for earlier origins: the test part stays
                return;
            m_stepErrors = std::move(*errors);
            fillCharts();
        });
}

void ResidualsTab::openStep(qint64 index)
{
    if (!forecast() || index < 0 || index >= forecast()->outcome.history.size() || size_t(index) >= forecast()->residuals.values.size())
        return;
    Q_EMIT stepWanted(index);
    const Series &history = forecast()->outcome.history;
    StepQuestion question{forecast()->spec.query, history.timeAt(index), addSteps(history.timeAt(index), history.axis.step, 1)};
    question.query.keys = {history.key};
    const QString name = history.name.isEmpty() ? history.key : history.name;
    const double actual = history.values[size_t(index)], residual = forecast()->residuals.values[size_t(index)];
    const QString unit = history.unit.isEmpty() ? QString() : QLatin1Char(' ') + history.unit;
    const QString sentence = std::isnan(residual) ? QString()
        : tr("Actual %1, one step ahead %2, residual %3.").arg(plainNumber(actual) + unit, plainNumber(actual - residual) + unit, plainNumber(residual) + unit);
    Q_EMIT rowsWanted(question, tr("%1, %2", "a series and a day").arg(name, stepText(history.axis, index)), sentence);
}

} // namespace foretrail
