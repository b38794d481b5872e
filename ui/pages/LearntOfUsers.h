#pragma once

#include "core/behaviour/UserProfile.h"
#include "core/behaviour/recommend/RecommenderStore.h"
#include "ui/AppSession.h"

namespace foretrail {

/// What was learnt of all users, that profiles speak from; where something could not be learnt, why. Shared and never changed: copied into
/// jobs.
struct UserModels {
    std::shared_ptr<const WorkspaceCustomers> customers; ///< whether users stay
    QString customersNote;
    std::shared_ptr<const WorkspaceIntent> intent;       ///< whether they buy soon
    QString intentNote;
    std::shared_ptr<const FittedRecommender> recommender; ///< what comes next for them
    QString recommenderNote;

    void tellIn(UserProfile &profile, const QString &timeZone) const;
};

/// Learns in the background what the page Customers says of users; profiles are there without it and are read again when it has come. Lives
/// in the GUI thread.
class LearntOfUsers : public QObject {
    Q_OBJECT
public:
    explicit LearntOfUsers(AppSession &session, QObject *parent = nullptr);

    void learn();  ///< anew; what the workspace keeps is read
    void forget();
    void lookForRecommender(); ///< where none was learnt yet: another page may have
    const UserModels &models() const { return m_models; }

Q_SIGNALS:
    void learnt();            ///< of whether users stay or buy
    void intentBegins(JobId job); ///< learning who buys next
    void recommenderLearnt(); ///< or it is known why there is none

private:
    void learnCustomers();
    void learnIntent();
    void learnRecommender();
    bool isTooLarge() const; ///< to learn what comes next before anybody asks

    AppSession &m_session;
    LatestJob m_customersJob, m_intentJob, m_recommenderJob;
    UserModels m_models;
};

} // namespace foretrail
