#include "app/cli/CampaignOutput.h"

#include "app/cli/Command.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretrail::cli {

namespace {

struct CampaignOutputText { Q_DECLARE_TR_FUNCTIONS(foretrail::cli::CampaignOutput) };

constexpr int estimateWidth = 30; ///< "-115.93 (-158.48 to -112.69)"

QString estimateText(const ValueEstimate &estimate)
{
    return QStringLiteral("%1 (%2 to %3)").arg(percents(estimate.value), percents(estimate.low), percents(estimate.high)).leftJustified(estimateWidth);
}

} // namespace

QString percents(double share) { return QLocale().toString(100 * share, 'f', 2); }

void printEvaluation(const CampaignEvaluation &evaluation)
{
    const QLocale local;
    print(CampaignOutputText::tr("Learnt from %1 decisions, judged on %2. Reward of a showing in %, with 95 % intervals.")
              .arg(local.toString(evaluation.learntFrom), local.toString(evaluation.judgedOn)));
    print(QStringLiteral("%1%2%3%4%5").arg(CampaignOutputText::tr("policy").leftJustified(18), QStringLiteral("IPS").leftJustified(estimateWidth), QStringLiteral("SNIPS").leftJustified(estimateWidth),
                                           QStringLiteral("DR").leftJustified(estimateWidth), CampaignOutputText::tr("effective size")));
    for (const JudgedPolicy &judged : evaluation.policies) {
        const OffPolicyReport &report = judged.report;
        const QString size = local.toString(report.effectiveSize, 'f', 0);
        print(judged.policy.leftJustified(18) + estimateText(report.ips) + estimateText(report.snips) + estimateText(report.doublyRobust)
              + (report.isEnough ? size : CampaignOutputText::tr("%1: not enough evidence").arg(size)));
    }
    print(CampaignOutputText::tr("as decided").leftJustified(18) + estimateText(evaluation.logged));
    print(evaluation.sentence());
}

} // namespace foretrail::cli
