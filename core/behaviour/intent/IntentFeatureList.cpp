#include "core/behaviour/intent/IntentFeatures.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct IntentFeaturesText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentFeatures) };

QList<IntentFeature> countFeatures()
{
    using enum IntentScale;
    using enum IntentSubject;
    return {{QStringLiteral("views_day"), IntentFeaturesText::tr("things looked at in the last day: %1"), Count, Breadth},
            {QStringLiteral("views_week"), IntentFeaturesText::tr("things looked at in the last week: %1"), Count, Breadth},
            {QStringLiteral("views_month"), IntentFeaturesText::tr("things looked at in the last month: %1"), Count, Breadth},
            {QStringLiteral("cart_day"), IntentFeaturesText::tr("things put into the cart in the last day: %1"), Count, Marks},
            {QStringLiteral("cart_week"), IntentFeaturesText::tr("things put into the cart in the last week: %1"), Count, Marks},
            {QStringLiteral("cart_month"), IntentFeaturesText::tr("things put into the cart in the last month: %1"), Count, Marks},
            {QStringLiteral("favourite_day"), IntentFeaturesText::tr("favourites marked in the last day: %1"), Count, Marks},
            {QStringLiteral("favourite_week"), IntentFeaturesText::tr("favourites marked in the last week: %1"), Count, Marks},
            {QStringLiteral("favourite_month"), IntentFeaturesText::tr("favourites marked in the last month: %1"), Count, Marks},
            {QStringLiteral("purchases_day"), IntentFeaturesText::tr("purchases in the last day: %1"), Count, Recency},
            {QStringLiteral("purchases_week"), IntentFeaturesText::tr("purchases in the last week: %1"), Count, Frequency},
            {QStringLiteral("purchases_month"), IntentFeaturesText::tr("purchases in the last month: %1"), Count, Frequency}};
}

QList<IntentFeature> habitFeatures()
{
    using enum IntentScale;
    using enum IntentSubject;
    return {{QStringLiteral("purchases"), IntentFeaturesText::tr("purchases so far: %1"), Count, Frequency},
            {QStringLiteral("purchase_days"), {}, Hidden, Frequency},
            {QStringLiteral("purchase_visits"), {}, Hidden, Frequency},
            {QStringLiteral("active_days"), {}, Hidden, Visits},
            {QStringLiteral("per_view"), {}, Hidden, Frequency},
            {QStringLiteral("since_event"), IntentFeaturesText::tr("last seen %1 ago"), Days, Visits, -1},
            {QStringLiteral("since_purchase"), IntentFeaturesText::tr("last bought %1 ago"), Days, Recency, -1},
            {QStringLiteral("never_bought"), {}, Flag, Frequency, -1},
            {QStringLiteral("overdue"), {}, Hidden, Recency, 0},
            {QStringLiteral("since_first"), {}, Hidden, Frequency, 0}, // as many purchases in a longer time are fewer
            {QStringLiteral("open_cart"), IntentFeaturesText::tr("things put into the cart in the last 3 days and not bought: %1"), Count, Marks},
            {QStringLiteral("open_favourite"), IntentFeaturesText::tr("favourites of the last 3 days that were not bought: %1"), Count, Marks},
            {QStringLiteral("most_of_one"), IntentFeaturesText::tr("views of one and the same thing in the last day: %1"), Count, Breadth},
            {QStringLiteral("categories_day"), IntentFeaturesText::tr("categories looked at in the last day: %1"), Count, Breadth},
            {QStringLiteral("spent"), IntentFeaturesText::tr("spent so far: %1"), Money, Frequency}};
}

QList<IntentFeature> visitFeatures()
{
    using enum IntentScale;
    using enum IntentSubject;
    return {{QStringLiteral("visit_events"), IntentFeaturesText::tr("steps of this session: %1"), Count, Session, 0, true},
            {QStringLiteral("visit_cart"), IntentFeaturesText::tr("put into the cart in this session: %1"), Count, Marks, 1, true},
            {QStringLiteral("visit_favourite"), IntentFeaturesText::tr("favourites of this session: %1"), Count, Marks, 1, true},
            {QStringLiteral("visit_items"), IntentFeaturesText::tr("different things in this session: %1"), Count, Session, 0, true},
            {QStringLiteral("visit_repeats"), IntentFeaturesText::tr("came back to a thing in this session: %1"), Count, Session, 1, true},
            {QStringLiteral("visit_minutes"), IntentFeaturesText::tr("in this session for %1"), Minutes, Session, 0, true},
            {QStringLiteral("visit_pace"), IntentFeaturesText::tr("%1 since the step before"), Minutes, Session, 0, true},
            {QStringLiteral("visit_evening"), {}, Hidden, Session, 0, true},
            {QStringLiteral("visit_noon"), {}, Hidden, Session, 0, true}};
}

} // namespace

// In the language of the time: made anew where that has changed.
const QList<IntentFeature> &intentFeatures()
{
    thread_local QList<IntentFeature> features;
    features = countFeatures() + habitFeatures() + visitFeatures();
    return features;
}

size_t featureAt(const char *name)
{
    const QList<IntentFeature> &features = intentFeatures();
    return size_t(std::find_if(features.begin(), features.end(), [name](const IntentFeature &one) { return one.name == QLatin1String(name); }) - features.begin());
}

std::vector<bool> usedFeatures(IntentTask task)
{
    std::vector<bool> used;
    for (const IntentFeature &feature : intentFeatures())
        used.push_back(task == IntentTask::Session || !feature.ofVisit);
    return used;
}

std::vector<int> featureDirections(IntentTask task)
{
    std::vector<int> directions;
    for (const IntentFeature &feature : intentFeatures())
        directions.push_back(task == IntentTask::Churn ? -feature.direction : feature.direction);
    return directions;
}

} // namespace foretrail
