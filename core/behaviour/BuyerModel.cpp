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
