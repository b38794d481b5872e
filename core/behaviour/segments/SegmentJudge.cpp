#include "core/behaviour/segments/SegmentJudge.h"

#include "core/behaviour/segments/UserClusters.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct SegmentJudgeText { Q_DECLARE_TR_FUNCTIONS(foretrail::SegmentJudge) };

/// By the id of the user: whether they meet a rule.
using UserMask = std::vector<char>;

using FigureGetter = double (*)(const ShopFigures &, const UserFigures &);

double known(bool is, double value) { return is ? value : missing; }

struct NamedFigure {
    const char *name;
    FigureGetter getter;
};

constexpr NamedFigure namedFigures[] = {
    {"orders", [](const ShopFigures &, const UserFigures &user) { return double(user.orders); }},
    {"value", [](const ShopFigures &, const UserFigures &user) { return user.value; }},
    {"basket", [](const ShopFigures &, const UserFigures &user) { return known(user.orders > 0, user.value / double(user.orders)); }},
    {"recency", [](const ShopFigures &all, const UserFigures &user) { return known(user.purchaseDays > 0, double(all.lastDay - user.lastDay)); }},
    {"last_visit", [](const ShopFigures &all, const UserFigures &user) { return known(user.activeDays > 0, double(all.lastDay - user.lastVisit)); }},
    {"tenure", [](const ShopFigures &all, const UserFigures &user) { return known(user.activeDays > 0, double(all.lastDay - user.firstVisit)); }},
    {"purchase_days", [](const ShopFigures &, const UserFigures &user) { return double(user.purchaseDays); }},
    {"gap", [](const ShopFigures &, const UserFigures &user) {
         return known(user.purchaseDays > 1, double(user.lastDay - user.firstDay) / double(user.purchaseDays - 1)); }},
    {"events", [](const ShopFigures &, const UserFigures &user) { return double(user.events); }},
    {"sessions", [](const ShopFigures &, const UserFigures &user) { return double(user.sessions); }},
    {"active_days", [](const ShopFigures &, const UserFigures &user) { return double(user.activeDays); }},
    {"items", [](const ShopFigures &, const UserFigures &user) { return double(user.items); }},
    {"purchases", [](const ShopFigures &, const UserFigures &user) { return double(user.purchases); }},
    {"views", [](const ShopFigures &, const UserFigures &user) { return double(user.views); }},
    {"carts", [](const ShopFigures &, const UserFigures &user) { return double(user.carts); }},
    {"favourites", [](const ShopFigures &, const UserFigures &user) { return double(user.favourites); }},
    {"returns", [](const ShopFigures &, const UserFigures &user) { return double(user.returns); }},
};

FigureGetter getterOf(const QString &what)
{
    for (const NamedFigure &figure : namedFigures)
        if (what == QLatin1String(figure.name))
            return figure.getter;
    return nullptr;
}

/// One of the six comparisons; what is not known differs from every number.
class Comparison {
public:
    Comparison(const QString &is, double right)
        : m_right(right), m_takesLess(is == QStringLiteral("<") || is == QStringLiteral("<=")),
          m_takesMore(is == QStringLiteral(">") || is == QStringLiteral(">=")),
          m_takesEqual(is == QStringLiteral("=") || is == QStringLiteral("<=") || is == QStringLiteral(">="))
    {
        if (is == QStringLiteral("!="))
            m_takesLess = m_takesMore = m_takesUnknown = true;
    }
    bool operator()(double left) const
    {
        if (std::isnan(left))
            return m_takesUnknown;
        return left < m_right ? m_takesLess : left > m_right ? m_takesMore : m_takesEqual;
    }

private:
    double m_right;
    bool m_takesLess, m_takesMore, m_takesEqual, m_takesUnknown = false;
};

class SegmentJudge {
public:
    SegmentJudge(const SegmentBasis &basis, ShopData &data, JobContext &job) : m_basis(basis), m_data(data), m_job(job) {}

    Result<UserMask> judge(const SegmentRule &rule)
    {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        if (rule.join == SegmentRule::Join::One)
            return judge(rule.condition);
        UserMask mask = everybody();
        if (rule.join == SegmentRule::Join::Any)
            std::ranges::fill(mask, char(0));
        for (const SegmentRule &part : rule.parts) {
            const Result<UserMask> met = judge(part);
            if (!met)
                return met;
            for (size_t user = 0; user < mask.size(); ++user)
                mask[user] = char(rule.join == SegmentRule::Join::Any ? mask[user] | (*met)[user]
                                : rule.join == SegmentRule::Join::Not ? mask[user] & !(*met)[user] : mask[user] & (*met)[user]);
        }
        return mask;
    }

private:
    const std::vector<UserFigures> &users() const { return m_basis.figures->users; }
    UserMask everybody() const
    {
        return of([](const UserFigures &, qint64) { return true; });
    }
    template<class Claim>
    UserMask of(Claim &&claim) const
    {
        UserMask mask(users().size());
        for (size_t user = 0; user < mask.size(); ++user)
            mask[user] = char(users()[user].exists() && claim(users()[user], qint64(user)));
        return mask;
    }

    Result<UserMask> judge(const SegmentCondition &condition)
    {
        const bool isSame = condition.is != QStringLiteral("!=");
        switch (conditionKind(condition.what)) {
        case ConditionKind::State:
            return of([&, wanted = stateFromKey(condition.text)](const UserFigures &, qint64 id) { return (m_basis.stateOf(id) == wanted) == isSame; });
        case ConditionKind::Rfm:
            return of([&, wanted = rfmNameFromKey(condition.text)](const UserFigures &, qint64 id) { return (m_basis.rfm.nameOf(id) == wanted) == isSame; });
        case ConditionKind::Flag: return of([](const UserFigures &user, qint64) { return user.isRobot != 0; });
        case ConditionKind::Cluster: return ofCluster(condition);
        case ConditionKind::Attribute:
        case ConditionKind::Count: return counted(condition);
        case ConditionKind::Number: break;
        }
        const FigureGetter getter = getterOf(condition.what);
        return of([&, meets = Comparison(condition.is, condition.value)](const UserFigures &user, qint64) {
            return meets(getter ? getter(*m_basis.figures, user) : missing);
        });
    }

    Result<UserMask> ofCluster(const SegmentCondition &condition) const
    {
        const Result<ClusterModel> model = ClusterModel::fromJson(condition.model);
        if (!model)
            return fail(model.error());
        return of([&](const UserFigures &user, qint64) { return model->clusterOf(*m_basis.figures, user) == int(condition.value); });
    }

    Result<UserMask> counted(const SegmentCondition &condition)
    {
        EventCountQuery query;
        query.key = condition.text;
        query.meaning = condition.did;
        query.by = condition.what == QStringLiteral("item") ? GroupBy::Item : condition.what == QStringLiteral("category") ? GroupBy::Category
                 : condition.what == QStringLiteral("kind") ? GroupBy::Kind : GroupBy::Attribute;
        query.attribute = condition.name;
        const Result<std::vector<quint32>> counts = m_data.eventCounts(query, m_job);
        if (!counts)
            return fail(counts.error());
        const auto times = [&](qint64 id) { return size_t(id) < counts->size() ? (*counts)[size_t(id)] : 0U; };
        if (query.by == GroupBy::Attribute)
            return of([&](const UserFigures &, qint64 id) { return (times(id) > 0) == (condition.is != QStringLiteral("!=")); });
        return of([&, meets = Comparison(condition.is, condition.value)](const UserFigures &, qint64 id) { return meets(times(id)); });
    }

    const SegmentBasis &m_basis;
    ShopData &m_data;
    JobContext &m_job;
};

} // namespace

LifecycleState SegmentBasis::stateOf(qint64 user) const
{
    if (user < 0 || size_t(user) >= figures->users.size())
        return LifecycleState::None;
    return foretrail::stateOf(lifecycle, figures->users[size_t(user)], figures->lastDay);
}

QString SegmentBasis::note() const
{
    QStringList notes;
    if (figures->count == 0)
        return SegmentJudgeText::tr("The log names no users, so there is nobody to put into segments.");
    if (!figures->hasClock)
        notes << SegmentJudgeText::tr("No event has a time: states, RFM scores, sessions by gaps and clusters by recency are not to be had; rules on counts and attributes work.");
    else if (!figures->hasPurchases)
        notes << SegmentJudgeText::tr("Nobody bought anything: states and scores go by visits. If a kind of event is a purchase, say so on the page Data.");
    if (figures->count == 1)
        notes << SegmentJudgeText::tr("There is one user only: scores compare nobody.");
    if (figures->strayEvents > 0)
        notes << strayNote({figures->firstDay, figures->lastDay}, figures->strayEvents);
    const auto robots = std::ranges::count_if(figures->users, [](const UserFigures &user) { return user.exists() && user.isRobot; });
    if (robots > 0)
        notes << SegmentJudgeText::tr("%n user(s) look like robots; the condition \"robot\" finds them.", nullptr, int(robots));
    return notes.join(u' ');
}

SharedBasis basisOf(SharedFigures figures)
{
    auto basis = std::make_shared<SegmentBasis>();
    basis->rfm = rfmOf(*figures);
    basis->lifecycle = lifecycleRuleOf(*figures);
    basis->figures = std::move(figures);
    return basis;
}

Result<SharedBasis> segmentBasis(Workspace &workspace, JobContext &job)
{
    Result<SharedFigures> figures = workspaceFigures(workspace, job);
    if (!figures)
        return fail(figures.error());
    return basisOf(std::move(*figures));
}

double figureOf(const ShopFigures &figures, const UserFigures &user, const QString &what)
{
    const FigureGetter getter = getterOf(what);
    return getter ? getter(figures, user) : missing;
}

Result<UserSet> usersOf(const SegmentRule &rule, const SegmentBasis &basis, ShopData &data, JobContext &job)
{
    const Result<UserMask> mask = SegmentJudge(basis, data, job).judge(rule);
    if (!mask)
        return fail(mask.error());
    std::vector<qint64> users;
    for (size_t user = 0; user < mask->size(); ++user)
        if ((*mask)[user])
            users.push_back(qint64(user));
    return UserSet(std::move(users));
}

} // namespace foretrail
