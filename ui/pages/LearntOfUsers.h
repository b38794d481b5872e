#pragma once

#include "core/behaviour/KeptCustomers.h"
#include "core/behaviour/UserForecasts.h"
#include "core/behaviour/UserProfile.h"
#include "core/behaviour/recommend/RecommenderStore.h"
#include "ui/AppSession.h"

namespace foretrail {

/// What was learnt of all users, that profiles speak from; where something could not be learnt, why. Shared and never changed: copied into
/// jobs.
struct UserModels {
    std::shared_ptr<const WorkspaceCustomers> customers; ///< whether users stay
    std::shared_ptr<const UserForecasts> forecasts;      ///< the same of all of them, for the list
    QString customersNote;
    std::shared_ptr<const WorkspaceIntent> intent;       ///< whether they buy soon
    QString intentNote;
    std::shared_ptr<const FittedRecommender> recommender; ///< what comes next for them
    QString recommenderNote;

    void tellIn(UserProfile &profile, const DataSummary &summary) const;
};

/// The model of buyers that the page Customers speaks from, and how far ahead, as a person chose them.
CustomersChoice buyersChoice(const Settings &settings);
void setBuyersChoice(Settings &settings, const CustomersChoice &choice);

/// Learns in the background what the page Customers says of users; profiles are there without it and are read again when it has come. Lives
/// in the GUI thread.
class LearntOfUsers : public QObject {
    Q_OBJECT
public:
    explicit LearntOfUsers(AppSession &session, QObject *parent = nullptr);

    void learn();  ///< anew; what the workspace keeps is read
    void learnCustomers(); ///< by the model that is chosen in the settings
    void forget();
    void lookForRecommender(); ///< where none was learnt yet: another page may have
    const UserModels &models() const { return m_models; }

Q_SIGNALS:
    void learnt();            ///< of whether users stay or buy
    void intentBegins(foretrail::JobId job); ///< learning who buys next
    void forecastsLearnt();
    void recommenderLearnt(); ///< or it is known why there is none

private:
    void learnIntent();
    void learnRecommender();
    bool isTooLarge() const; ///< to learn what comes next before anybody asks

    AppSession &m_session;
    LatestJob m_customersJob, m_intentJob, m_recommenderJob;
    UserModels m_models;
};

} // namespace foretrail
