#include "core/behaviour/BuyerModel.h"

#include "core/behaviour/BetaGeometric.h"
#include "core/behaviour/ParetoNbd.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct BuyerModelText { Q_DECLARE_TR_FUNCTIONS(foretrail::BuyerModel) };

QString plainName(const QString &name) { return QString(name).remove(QLatin1Char('-')).remove(QLatin1Char('/')).toLower(); }

} // namespace

double BuyerModel::logLikelihood(const BuyerParameters &parameters, const BuyerHistory &history) const
{
    BuyerParameters ignored;
    return sharedTerm(parameters, history.repeats, ignored) + ownTerm(parameters, history, ignored);
}

// How likely the same history is when it goes on without a purchase, against the history as it is.
double BuyerModel::silence(const BuyerParameters &parameters, const BuyerHistory &history, double time) const
{
    BuyerHistory longer = history;
    longer.observed += time;
    BuyerParameters ignored;
    return std::min(1.0, std::exp(ownTerm(parameters, longer, ignored) - ownTerm(parameters, history, ignored)));
}

QStringList buyerModelNames() { return {QStringLiteral("mbgnbd"), QStringLiteral("bgnbd"), QStringLiteral("pareto-nbd")}; }

QString buyerModelTitle(const QString &name)
{
    if (name == QStringLiteral("mbgnbd"))
        return QStringLiteral("MBG/NBD");
    return name == QStringLiteral("bgnbd") ? QStringLiteral("BG/NBD") : name == QStringLiteral("pareto-nbd") ? QStringLiteral("Pareto/NBD") : name;
}

QString buyerModelWords(const QString &name)
{
    const QString all = BuyerModelText::tr("P(active) is the probability that a user has not left for good. Each user buys at a rate of their own.");
    if (name == QStringLiteral("mbgnbd"))
        return all + u' ' + BuyerModelText::tr("MBG/NBD: after each purchase, the first too, a user may leave.");
    if (name == QStringLiteral("bgnbd"))
        return all + u' ' + BuyerModelText::tr("BG/NBD: after each purchase but the first a user may leave.");
    return all + u' ' + BuyerModelText::tr("Pareto/NBD: a user may leave at any time.");
}

Result<std::shared_ptr<const BuyerModel>> buyerModel(const QString &name)
{
    const std::array<std::shared_ptr<const BuyerModel>, 3> models{
        std::make_shared<BetaGeometric>(BetaGeometric::Start::MayLeaveAtOnce), std::make_shared<BetaGeometric>(BetaGeometric::Start::Stays),
        std::make_shared<ParetoNbd>()};
    for (const auto &model : models)
        if (plainName(model->name()) == plainName(name))
            return model;
    return fail(ErrorCode::InvalidInput, BuyerModelText::tr("There is no model of buyers \"%1\". There are: %2.")
                                             .arg(name, buyerModelNames().join(QStringLiteral(", "))));
}

} // namespace foretrail
