#pragma once

#include "ui/CampaignJobs.h"

namespace foretrail::CampaignWords {

QString policyTitle(const QString &policy); ///< "Thompson sampling"
QString policyTip(const QString &policy);   ///< what it does, in one sentence

/// Tables of texts with their titles, as TextTableModel takes them.
QList<QStringList> overviewTable(const QList<CampaignOverview> &campaigns);
QList<QStringList> decisionTable(const NewestDecisions &newest, const QString &timeZone);
QList<QStringList> estimateTable(const CampaignEvaluation &evaluation);

/// What came of jobs, in sentences.
QString told(const CampaignEvaluation &evaluation);
QString told(const CampaignSimulation &simulation, qint64 asked);
QString told(const SettledRewards &rewards);

} // namespace foretrail::CampaignWords
