#pragma once

#include "ui/pages/LearntOfUsers.h"
#include "ui/pages/SegmentActions.h"

namespace foretrail {

class ProfileView;

/// Reads the profile of a user and shows it at once; who is alike and what to show next come a moment later, each when it is there. Only
/// the newest wish counts. Lives in the GUI thread.
class ProfileLoader : public QObject {
    Q_OBJECT
public:
    ProfileLoader(AppSession &session, const SegmentActions &segments, ProfileView &view, QObject *parent = nullptr);

    void load(const QString &key);
    void reload(); ///< of the user who is shown, with what was learnt meanwhile
    bool isShownOrComing(const QString &key) const;
    void learn();
    void learnCustomers() { m_learnt.learnCustomers(); } ///< another model of buyers was chosen
    void setTimes(const CredibleTimes &times) { m_times = times; } ///< of the log, where they are known; they spare a look each time
    void lookForRecommender() { m_learnt.lookForRecommender(); }
    void forget(); ///< the data changed, or another workspace was opened
    void forgetSegments(); ///< they were counted anew
    const UserModels &models() const { return m_learnt.models(); }

Q_SIGNALS:
    void forecastsLearnt(); ///< what is expected of all users

private:
    void loadSimilar();
    void loadNext();

    AppSession &m_session;
    const SegmentActions &m_segments;
    ProfileView &m_view;
    LearntOfUsers m_learnt;
    LatestJob m_profileJob, m_similarJob, m_nextJob;
    std::shared_ptr<const SimilarUsers> m_similar; ///< made when it is first wanted after the segments were counted
    std::shared_ptr<const FittedRecommender> m_nextModel; ///< that what is shown next was told by
    std::optional<CredibleTimes> m_times;
    QString m_key;         ///< of the newest wish
    bool m_isStale = true; ///< the data changed after the profile was read
};

} // namespace foretrail
