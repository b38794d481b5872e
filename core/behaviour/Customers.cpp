#include "core/behaviour/Customers.h"

#include "core/behaviour/Agreement.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct CustomersText { Q_DECLARE_TR_FUNCTIONS(foretrail::Customers) };

constexpr qint64 wholeHoldout = 1'000'000; ///< days
constexpr double strongCorrelation = 0.3;
constexpr size_t usersToAStop = 4096;

std::vector<SpendRecord> spendRecords(const PurchaseHistories &histories)
{
    std::vector<SpendRecord> records;
    for (const PurchaseHistory &user : histories.users)
        if (const SpendRecord record = spendRecord(user); record.purchases > 0)
            records.push_back(record);
    return records;
}

Result<void> learnSpend(CustomersAnalysis &analysis, JobContext &job)
{
    if (!analysis.histories.hasAmounts)
        return {};
    Result<SpendFit> spend = fitSpend(spendRecords(analysis.histories), job);
    if (!spend && spend.error().isCancelled())
        return fail(spend.error());
    if (!spend) {
        analysis.model.spendNote = spend.error().message;
        return {};
    }
    if (spend->correlation > strongCorrelation || spend->correlation < -strongCorrelation)
        analysis.notes << CustomersText::tr("Who buys oftener spends another amount each time (correlation %1): the model of spend supposes that this "
                                            "does not matter, so its values are rough.").arg(spend->correlation, 0, 'f', 2);
    analysis.model.spend = std::move(*spend);
    return {};
}

Result<void> judge(CustomersAnalysis &analysis, JobContext &job)
{
    const PurchaseHistories &histories = analysis.histories;
    const Result<CustomerOracle> oracle = CustomerOracle::of(analysis.model);
    if (!oracle)
        return fail(oracle.error());
    HoldoutScore score;
    score.days = histories.holdoutDays;
    std::vector<double> expected, actual;
    std::vector<bool> did;
    for (size_t i = 0; i < histories.users.size(); ++i) {
        if (i % usersToAStop == 0 && job.stopRequested())
            return fail(Error::cancelled());
        const BuyerHistory history = analysis.historyOf(histories.users[i]);
        expected.push_back(oracle->expectedPurchases(history, double(score.days)));
        actual.push_back(histories.users[i].laterDays);
        did.push_back(histories.users[i].laterDays > 0);
        score.predicted += expected.back();
        score.actual += actual.back();
        score.buyAgain += did.back() ? 1 : 0;
        score.mae += std::abs(expected.back() - actual.back());
        score.rmse += (expected.back() - actual.back()) * (expected.back() - actual.back());
    }
    const double users = double(histories.users.size());
    score.buyAgain /= users;
    score.mae /= users;
    score.rmse = std::sqrt(score.rmse / users);
    score.correlation = correlation(expected, actual);
    score.auc = areaUnderCurve(expected, did);
    analysis.holdout = score;
    return {};
}

void addNotes(CustomersAnalysis &analysis)
{
    const PurchaseHistories &histories = analysis.histories;
    if (histories.strayRows > 0)
        analysis.notes << strayNote(histories.days, histories.strayRows);
    if (histories.laterUsers > 0)
        analysis.notes << CustomersText::tr("%n user(s) bought first behind the calibration end and are not among these.", nullptr, int(histories.laterUsers));
    if (!analysis.model.buyers.isDetermined())
        analysis.notes << CustomersText::tr("The purchases leave at least one parameter open, as where all users buy alike, with equal gaps, or nobody "
                                            "leaves: figures that depend on it come without intervals.");
    if (analysis.model.buyers.model == QStringLiteral("bgnbd"))
        analysis.notes << CustomersText::tr("BG/NBD takes users with one purchase day for active, all of them: their P(active) is left empty. mbgnbd judges "
                                            "them too.");
    if (!analysis.model.spendNote.isEmpty())
        analysis.notes << analysis.model.spendNote;
}

} // namespace

SpendRecord spendRecord(const PurchaseHistory &user)
{
    const double mean = user.repeats > 0 ? user.repeatSpend / user.repeats : 0;
    return mean > 0 ? SpendRecord{user.repeats, mean} : SpendRecord{};
}

Result<CustomersAnalysis> analyseCustomers(ShopData &data, const CustomersRequest &request, JobContext &job)
{
    const auto model = buyerModel(request.model);
    if (!model)
        return fail(model.error());
    JobContext reading = job.part(0, 5, 10);
    Result<PurchaseHistories> histories =
        data.purchaseHistories({request.calibrationEnd, request.horizonDays > 0 ? request.horizonDays : wholeHoldout}, reading);
    if (!histories)
        return fail(histories.error());
    CustomersAnalysis analysis;
    analysis.histories = std::move(*histories);
    const qint64 seen = analysis.histories.holdoutDays;
    analysis.horizonDays = request.horizonDays > 0 ? request.horizonDays : seen > 0 ? seen : usualHorizonDays;
    analysis.model.terms = request.terms;
    JobContext learning = job.part(5, 4, 10);
    Result<BuyerFit> buyers = fitBuyers(**model, buyerGroups(analysis.histories, request.unit), request.unit, request.workers, learning);
    if (!buyers)
        return fail(buyers.error());
    analysis.model.buyers = std::move(*buyers);
    if (const Result<void> done = learnSpend(analysis, job); !done)
        return fail(done.error());
    if (seen > 0)
        if (const Result<void> done = judge(analysis, job); !done)
            return fail(done.error());
    addNotes(analysis);
    return analysis;
}

} // namespace foretrail
