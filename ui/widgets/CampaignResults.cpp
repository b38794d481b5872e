#include "ui/widgets/CampaignResults.h"

#include "ui/models/CampaignWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"

#include <QEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int shownAtColumn = 0; ///< of the decisions

/// Of the columns whose cells tell an interval, too; the first row is what was decided.
TextTableModel::Orders estimateOrders(const CampaignEvaluation &evaluation)
{
    QVariantList ips{evaluation.logged.value}, snips{evaluation.logged.value}, robust{missing};
    for (const auto &judged : evaluation.policies) {
        ips << judged.report.ips.value;
        snips << judged.report.snips.value;
        robust << judged.report.doublyRobust.value;
    }
    return {{1, ips}, {2, snips}, {3, robust}};
}

} // namespace

CampaignResults::CampaignResults(QWidget *parent)
    : QWidget(parent), m_estimatesTitle(new QLabel), m_decisionsTitle(new QLabel), m_estimates(plainTable(QStringLiteral("campaignEstimates"), &m_estimateRows)),
      m_decisions(plainTable(QStringLiteral("campaignDecisions"), &m_decisionRows))
{
    m_estimatesTitle->setObjectName(QStringLiteral("campaignEstimatesTitle"));
    m_decisionsTitle->setObjectName(QStringLiteral("campaignDecisionsTitle"));
    QFont bold = m_estimatesTitle->font();
    bold.setBold(true);
    for (QLabel *title : {m_estimatesTitle, m_decisionsTitle}) {
        title->setFont(bold);
        title->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    column->addWidget(m_estimatesTitle);
    column->addWidget(m_estimates, 1);
    column->addWidget(m_decisionsTitle);
    column->addWidget(m_decisions, 1);
    column->addStretch();
    showTexts();
}

void CampaignResults::setNewest(const NewestDecisions &newest)
{
    m_newest = newest;
    showTexts();
}

void CampaignResults::setEvaluation(const std::optional<CampaignEvaluation> &evaluation)
{
    m_evaluation = evaluation;
    showTexts();
}

void CampaignResults::clear(DecisionKind kind)
{
    m_newest = NewestDecisions{{}, kind, {}, {}};
    m_evaluation.reset();
    showTexts();
}

void CampaignResults::showTexts()
{
    m_estimateRows.setTable(m_evaluation ? CampaignWords::estimateTable(*m_evaluation) : QList<QStringList>(), m_evaluation ? estimateOrders(*m_evaluation) : TextTableModel::Orders());
    m_estimates->setVisible(m_evaluation.has_value());
    if (m_evaluation)
        fitColumns(*m_estimates, 0);
    m_estimatesTitle->setVisible(m_evaluation.has_value());
    m_estimatesTitle->setText(tr("What policies would have earned: rewarded showings in %, with 95 % intervals"));
    m_estimatesTitle->setToolTip(tr("IPS: showings weighed by how much likelier the policy would have made them. SNIPS: the same, divided by the weights. "
                                    "Doubly robust: a regression of rewards, put right by weighed showings. Effective showings: how many the weights are worth."));
    m_estimates->setAccessibleName(m_estimatesTitle->text());
    const bool isSimulated = m_newest && m_newest->kind == DecisionKind::Simulated, isNone = !m_newest || m_newest->decisions.isEmpty();
    QVariantList times;
    for (qsizetype i = 0; !isNone && i < m_newest->decisions.size(); ++i)
        times << m_newest->decisions[i].decision.time;
    m_decisionRows.setTable(isNone ? QList<QStringList>() : CampaignWords::decisionTable(*m_newest, m_timeZone), {{shownAtColumn, times}});
    m_decisions->setVisible(!isNone);
    if (!isNone)
        fitColumns(*m_decisions, 2);
    m_decisions->setAccessibleName(tr("Newest showings"));
    m_decisionsTitle->setFont(isNone ? font() : m_estimatesTitle->font());
    m_decisionsTitle->setText(isNone && isSimulated ? tr("Nothing was simulated yet.")
                              : isNone ? tr("Nothing was shown yet. Follow a feed and let the campaign decide for users who are about.")
                              : isSimulated ? tr("Newest showings of the simulation: nobody saw them") : tr("Newest showings"));
}

void CampaignResults::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
