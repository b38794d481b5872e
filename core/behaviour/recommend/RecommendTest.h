#pragma once

#include "core/behaviour/recommend/RecommendEvaluation.h"
#include "core/data/UserSet.h"

namespace foretrail {

enum class NextItemProtocol { NextEvent, LeaveOneOut };

/// How recommenders are tested on a workspace. One of: all steps from a time on; the last step of each user (LeaveOneOut); cases from
/// a file, learnt from everything in the workspace.
struct RecommendTestRequest {
    QString since;      ///< "2014-05-01", "2014-05-01 13:00" on the calendar of the data; a place in the order where it has no clock. Empty: the
                        ///< latest tenth of the steps, by whole days where the log has several
    QString casesFile;
    NextItemProtocol protocol = NextItemProtocol::NextEvent;
    SequenceRule rule = SequenceRule::Auto; ///< LeaveOneOut takes users
    std::shared_ptr<const UserSet> users{}; ///< only what these go on to is asked for; all are learnt from. None: of all. Cases of a file name no users
    RecommendOptions options;
};

Result<NextItemCases> nextItemCases(ShopData &data, const RecommendTestRequest &request, JobContext &job);
/// InvalidInput for a time that does not part the data; TooShort where nothing is left to learn from or to ask for.
Result<RecommendReport> testRecommenders(ShopData &data, const RecommendTestRequest &request, JobContext &job);

} // namespace foretrail
