#include "ui/widgets/FunnelTab.h"

#include "ui/charts/FunnelDrawing.h"
#include "ui/charts/MarkChart.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/StepsEditor.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

FunnelTab::FunnelTab(AppSession &session, QWidget *parent)
    : BehaviourTab(session, QStringLiteral("funnelTab"), parent), m_perLabel(new QLabel), m_per(addCombo(QStringLiteral("funnelPer"), m_perLabel)), m_withinLabel(new QLabel),
      m_within(new QSpinBox), m_unit(nullptr), m_orderLabel(new QLabel), m_order(addCombo(QStringLiteral("funnelOrder"), m_orderLabel)), m_steps(new StepsEditor),
      m_chart(makeChart(QStringLiteral("funnelChart")))
{
    auto *within = new QWidget;
    auto *row = new QHBoxLayout(within);
    row->setContentsMargins(0, 0, 0, 0);
    m_within->setObjectName(QStringLiteral("funnelWithin"));
    m_within->setRange(0, 10'000);
    m_within->setKeyboardTracking(false);
    m_withinLabel->setBuddy(m_within);
    row->addWidget(m_withinLabel);
    row->addWidget(m_within);
    controls()->addWidget(within);
    m_unit = addCombo(QStringLiteral("funnelUnit"), new QLabel);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("funnelSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_steps);
    splitter->addWidget(m_chart);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({230, 700});
    body()->addWidget(splitter);
    connect(m_within, &QSpinBox::valueChanged, this, &FunnelTab::askAgain);
    connect(m_steps, &StepsEditor::changed, this, [this] {
        m_areStepsChosen = true;
        askAgain();
    });
    connect(m_chart, &MarkChart::opened, this, &FunnelTab::openUsers);
    retranslate();
}

void FunnelTab::retranslate()
{
    m_perLabel->setText(tr("&Count"));
    fillCombo(*m_per, {{tr("users"), QStringLiteral("user")}, {tr("sessions"), QStringLiteral("session")}});
    m_orderLabel->setText(tr("&Between the steps"));
    fillCombo(*m_order, {{tr("anything may happen"), QStringLiteral("in-order")}, {tr("nothing else happens"), QStringLiteral("straight")}});
    m_withinLabel->setText(tr("Fi&rst to last step within"));
    m_within->setSpecialValueText(tr("any time"));
    fillCombo(*m_unit, {{tr("days"), QStringLiteral("d")}, {tr("hours"), QStringLiteral("h")}, {tr("minutes"), QStringLiteral("min")}});
    m_unit->setAccessibleName(tr("Unit of the time window"));
}

QJsonObject FunnelTab::choices() const
{
    QJsonObject choices{{QStringLiteral("per"), m_per->currentData().toString()}, {QStringLiteral("order"), m_order->currentData().toString()},
                        {QStringLiteral("within"), m_within->value()}, {QStringLiteral("unit"), m_unit->currentData().toString()}};
    if (m_areStepsChosen)
        choices.insert(QStringLiteral("steps"), QJsonArray::fromStringList(m_steps->steps()));
    return choices;
}

void FunnelTab::setChoices(const QJsonObject &choices)
{
    const QSignalBlocker quiet[]{QSignalBlocker(m_per), QSignalBlocker(m_order), QSignalBlocker(m_within), QSignalBlocker(m_unit)};
    const auto choose = [&](QComboBox *combo, const char *key) { combo->setCurrentIndex(std::max(0, combo->findData(choices[QLatin1String(key)].toString()))); };
    choose(m_per, "per");
    choose(m_order, "order");
    choose(m_unit, "unit");
    m_within->setValue(choices[QStringLiteral("within")].toInt());
    QStringList steps;
    for (const QJsonArray array = choices[QStringLiteral("steps")].toArray(); const QJsonValue &step : array)
        steps << step.toString();
    m_areStepsChosen = steps.size() >= 2;
    m_steps->setSteps(steps);
}

/// Once for each log: steps that were chosen for another one are left for those that fit this one.
void FunnelTab::fitSteps()
{
    if (log().log == m_fitted)
        return;
    m_fitted = log().log;
    QStringList words;
    for (const UserEventLog::Kind &kind : m_fitted->kinds)
        words << kind.key;
    for (const UserEventLog::Kind &kind : m_fitted->kinds)
        if (kind.meaning != QStringLiteral("other") && !words.contains(kind.meaning))
            words << kind.meaning;
    words << QStringLiteral("any");
    m_steps->setWords(words);
    const QStringList steps = m_steps->steps();
    const bool fits = m_areStepsChosen && steps.size() >= 2 && std::all_of(steps.begin(), steps.end(), [&](const QString &text) {
        const Result<FunnelStep> step = FunnelStep::fromText(text);
        return step && words.contains(step->what);
    });
    if (fits)
        return;
    m_areStepsChosen = false;
    m_steps->setSteps(usualFunnel(*m_fitted));
}

Result<FunnelRequest> FunnelTab::request() const
{
    FunnelRequest request;
    for (const QString &text : m_steps->steps()) {
        const Result<FunnelStep> step = FunnelStep::fromText(text);
        if (!step)
            return fail(step.error());
        request.steps << *step;
    }
    request.unit = m_per->currentData().toString() == u"session" ? FlowUnit::Session : FlowUnit::User;
    request.order = m_order->currentData().toString() == u"straight" ? FunnelOrder::Straight : FunnelOrder::InOrder;
    const QString unit = m_unit->currentData().toString();
    request.withinMs = m_within->value() * (unit == u"min" ? qint64(60'000) : unit == u"h" ? hourMs : dayMs);
    return request;
}

void FunnelTab::ask()
{
    fitSteps();
    using Shared = std::shared_ptr<const FunnelResult>;
    start<Shared>(tr("Counting the funnel"), [wanted = request()](const BehaviourLog &log, Workspace &workspace, JobContext &job) -> Result<Shared> {
        if (!wanted)
            return fail(wanted.error());
        FunnelRequest request = *wanted;
        if (const Result<void> found = findFunnelThings(workspace, request); !found)
            return fail(found.error());
        Result<FunnelResult> result = funnel(*log.log, request, log.set(), job);
        if (!result)
            return fail(result.error());
        return Shared(std::make_shared<const FunnelResult>(std::move(*result)));
    }, [this](const Shared &result) { show(result); });
}

QString FunnelTab::sentenceOf(const FunnelResult &result) const
{
    const QLocale locale;
    if (result.steps.front().count == 0)
        return tr("Nobody took the first step, %1.").arg(result.steps.front().name);
    const int worst = result.worstStep();
    const QString share = locale.toString(100 * result.conversion(), 'f', 1);
    const auto count = int(result.steps.front().count);
    const bool isUsers = result.request.unit == FlowUnit::User;
    const QString sentence = isUsers ? tr("%1 % of %Ln user(s) came from %2 to %3", nullptr, count).arg(share, result.steps.front().name, result.steps.back().name)
                                     : tr("%1 % of %Ln session(s) came from %2 to %3", nullptr, count).arg(share, result.steps.front().name, result.steps.back().name);
    return worst < 0 ? tr("%1.").arg(sentence) : tr("%1; most are lost between %2 and %3.").arg(sentence, result.steps[worst].name, result.steps[worst + 1].name);
}

void FunnelTab::show(const std::shared_ptr<const FunnelResult> &result)
{
    m_result = result;
    const QString sentence = sentenceOf(*result);
    m_chart->setDrawing(std::make_shared<const FunnelDrawing>(*result, sentence));
    tell(sentence, funnelNotes(*result));
}

void FunnelTab::openUsers(int mark)
{
    const int step = mark / 2;
    if (!m_result || step >= m_result->steps.size())
        return;
    const QString name = m_result->steps[step].name;
    if (mark % 2 == 0)
        Q_EMIT usersWanted(tr("Users who came to %1").arg(name), QStringLiteral("funnel-reached-%1.csv").arg(step + 1),
                           [result = m_result, step](JobContext &) { return Result<UserSet>(result->usersAt(step)); });
    else
        Q_EMIT usersWanted(tr("Users who came to %1 and no further").arg(name), QStringLiteral("funnel-lost-%1.csv").arg(step + 1),
                           [result = m_result, step](JobContext &) { return Result<UserSet>(result->usersLost(step)); });
}

FlowTable FunnelTab::table(GroupFloor floor) const { return m_result ? funnelTable(*m_result, floor) : FlowTable(); }

} // namespace foretrail
