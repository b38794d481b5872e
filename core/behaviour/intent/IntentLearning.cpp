#include "core/behaviour/intent/IntentLearning.h"

#include "core/behaviour/Customers.h"
#include "core/behaviour/intent/IntentReasons.h"
#include "core/behaviour/intent/IntentTraining.h"
#include "core/behaviour/intent/NumbersJson.h"
#include "core/behaviour/recommend/ItemSequences.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct IntentLearningText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentLearning) };

constexpr qint64 fewestOfAClass = 10;
constexpr size_t listedReasons = 3;

bool hasPurchase(const ShopperLog &log, UtcMs end)
{
    return std::any_of(log.events.begin(), log.events.end(), [end](const ShopperEvent &event) { return event.action == ItemAction::Purchase && event.time < end; });
}

/// Days of the log from the beginning of a test on.
qint64 daysBehind(const ShopperLog &log, UtcMs since)
{
    LogCalendar calendar(log);
    return calendar.dayOf(endOfLog(log) - 1) - calendar.dayOf(since) + 1;
}

Result<IntentQuestion> questionOf(const ShopperLog &log, const IntentRequest &request, UtcMs end)
{
    IntentQuestion question{request.task, request.horizonDays, true};
    if (request.task != IntentTask::Churn && !hasPurchase(log, end))
        return fail(ErrorCode::NotFound, IntentLearningText::tr("No purchase of a known user was found before the end of the training, so purchases cannot be told ahead. Say "
                                                                "which kind of event is a purchase, or ask who stays away, which needs none: foretrail-cli intent --task churn."));
    if (request.task == IntentTask::Churn) {
        const Result<IntentQuestion> usual = churnQuestion(log, end);
        if (!usual && request.horizonDays == 0)
            return fail(usual.error());
        question.ofPurchases = usual ? usual->ofPurchases : hasPurchase(log, end);
        question.horizonDays = request.horizonDays > 0 ? request.horizonDays : usual->horizonDays;
    } else if (request.horizonDays == 0) {
        LogCalendar calendar(log);
        question.horizonDays = request.task == IntentTask::Session ? 0 : usualIntentHorizon(calendar.dayOf(end - 1) - firstFullDay(log, end) + 1);
    }
    if (request.horizonDays == 0 && request.testSince)
        question.horizonDays = int(std::clamp<qint64>(question.horizonDays, 0, std::max<qint64>(1, daysBehind(log, *request.testSince))));
    return question;
}

/// How many days ahead are asked about, where nobody said.
QString horizonNote(const ShopperLog &log, const IntentRequest &request, const IntentQuestion &question)
{
    const bool isLast = request.testSince && question.horizonDays == daysBehind(log, *request.testSince);
    if (isLast)
        return IntentLearningText::tr("Days ahead: %1, since the log goes on no longer behind the beginning of the test.").arg(question.horizonDays);
    if (question.task == IntentTask::Churn)
        return IntentLearningText::tr("Days ahead: %1, since 85 % of all gaps are no longer (but at most a third of the log).").arg(question.horizonDays);
    return IntentLearningText::tr("Days ahead: %1, as usual for a log of this length (7 from three weeks on, 3 from nine days on, else 1).").arg(question.horizonDays);
}

/// Sessions by their beginning: the latest quarter of the time is the validation.
Result<IntentSplit> sessionSplit(const ShopperLog &log, UtcMs end)
{
    IntentSplit split;
    std::vector<IntentExample> all = sessionExamples(log, log.firstTime, end);
    std::vector<UtcMs> times;
    for (const IntentExample &example : all)
        times.push_back(log.of(example.user)[example.visit].time);
    if (times.empty())
        return fail(ErrorCode::TooShort, IntentLearningText::tr("No session of this log goes on for a while before something is bought in it, so nothing tells which ones will."));
    std::vector<UtcMs> sorted = times;
    const auto cut = sorted.begin() + std::ptrdiff_t(sorted.size() * 3 / 4);
    std::nth_element(sorted.begin(), cut, sorted.end());
    const UtcMs since = *cut;
    // Labels of the training must be known before the validation begins.
    split.training = sessionExamples(log, log.firstTime, since);
    for (size_t i = 0; i < all.size(); ++i)
        if (times[i] >= since)
            split.validation.push_back(all[i]);
    split.cutOffs = 1;
    return split;
}

/// The last session of each user, as if it ran on.
std::vector<IntentExample> lastSessions(const ShopperLog &log, UtcMs end)
{
    std::vector<IntentExample> examples;
    for (size_t user = 0; user < log.count(); ++user) {
        const auto all = log.of(user);
        const auto known = size_t(std::lower_bound(all.begin(), all.end(), end, [](const ShopperEvent &event, UtcMs time) { return event.time < time; }) - all.begin());
        size_t begin = known;
        while (begin > 0) {
            const bool isFirst = begin == known;
            const bool goesOn = isFirst || (log.hasSessions && all[begin].session != 0 ? all[begin - 1].session == all[begin].session
                                                                                         : all[begin].time - all[begin - 1].time <= longestPauseMs);
            if (!goesOn)
                break;
            --begin;
        }
        if (known > 0)
            examples.push_back({quint32(user), quint32(known), quint32(begin), all[known - 1].time, false});
    }
    return examples;
}

qint64 positivesOf(const std::vector<IntentExample> &examples)
{
    return std::count_if(examples.begin(), examples.end(), [](const IntentExample &one) { return one.happened; });
}

QString listedReasonsOf(const IntentModel &model, std::span<const double> features)
{
    QStringList parts;
    for (const IntentReason &reason : intentReasons(model, features, listedReasons))
        parts << (reason.odds > 0 ? IntentLearningText::tr("for: %1") : IntentLearningText::tr("against: %1")).arg(reason.text);
    return parts.join(QStringLiteral("; "));
}

Result<void> ask(IntentReport &report, const ShopperLog &log, const IntentRequest &request, const IntentCandidates &candidates, JobContext &job)
{
    const bool isTest = request.testSince.has_value();
    if (request.task == IntentTask::Session)
        report.asked = isTest ? sessionExamples(log, report.end, log.lastTime + 1) : lastSessions(log, report.end);
    else
        report.asked = usersAt(log, report.model.question, report.end);
    if (job.stopRequested())
        return fail(Error::cancelled());
    for (const IntentExample &example : report.asked)
        report.users.push_back(log.users[example.user]);
    const FeatureRows rows = featureRows(log, report.asked);
    report.probabilities = probabilitiesBy(report.model.chosen, report.model, log, report.asked, rows);
    for (size_t i = 0; request.tellsReasons && i < rows.count(); ++i)
        report.reasons << listedReasonsOf(report.model, rows.row(i));
    if (isTest)
        report.test = candidates.judge(log, report.asked, rows);
    return {};
}

Result<void> checkBeginning(const ShopperLog &log, const IntentRequest &request)
{
    if (!request.testSince || (*request.testSince > log.firstTime && *request.testSince <= log.lastTime))
        return {};
    LogCalendar calendar(log);
    return fail(ErrorCode::InvalidInput, IntentLearningText::tr("The test would begin outside of the log, which goes from %1 to %2.")
                                             .arg(formatTime(calendar.wall(log.firstTime), Step::Day), formatTime(calendar.wall(log.lastTime), Step::Day)));
}

/// Whether the log goes on long enough behind the cut-off.
Result<void> checkTest(const ShopperLog &log, const IntentRequest &request, const IntentQuestion &question)
{
    if (!request.testSince)
        return {};
    const qint64 left = daysBehind(log, *request.testSince);
    if (request.task != IntentTask::Session && left < question.horizonDays)
        return fail(ErrorCode::InvalidInput, IntentLearningText::tr("The log ends %n day(s) behind the beginning of the test, which is too short for a horizon of %1 days. Begin "
                                                                    "the test earlier or ask for fewer days.", nullptr, int(left)).arg(question.horizonDays));
    return {};
}

void addNotes(IntentReport &report, const ShopperLog &log, const IntentSplit &split)
{
    if (log.times.strays > 0)
        report.notes << log.times.note();
    if (const QString robots = log.robots.note(); !robots.isEmpty())
        report.notes << robots;
    if (log.strangers > 0)
        report.notes << IntentLearningText::tr("%n event(s) say of no user and were left out.", nullptr, int(log.strangers));
    if (split.byUsers)
        report.notes << IntentLearningText::tr("The log is too short to hold back later days: other users at the same time chose and calibrated the model.");
    if (report.model.question.task == IntentTask::Churn && !report.model.question.ofPurchases)
        report.notes << IntentLearningText::tr("Hardly anybody bought on two days, so gone means: not seen at all within the horizon.");
}

/// P(buys within the horizon), or stays away, by a model of buyers that knows what was bought before the cut-off.
Result<void> addBuyerModel(IntentReport &report, ShopData &data, const ShopperLog &log, JobContext &job)
{
    const IntentQuestion &question = report.model.question;
    LogCalendar calendar(log);
    CustomersRequest request;
    request.calibrationEnd = calendar.dayOf(report.end) - 1;
    request.horizonDays = question.horizonDays;
    request.unit = {QStringLiteral("day"), 1};
    const Result<CustomersAnalysis> analysis = analyseCustomers(data, request, job);
    if (!analysis && analysis.error().isCancelled())
        return fail(analysis.error());
    const Result<CustomerOracle> oracle = analysis ? CustomerOracle::of(analysis->model) : fail(analysis.error());
    if (!oracle) {
        report.notes << IntentLearningText::tr("No model of buyers stands beside it: %1").arg(oracle.error().message);
        return {};
    }
    QHash<UserId, double> silences;
    double longest = 0; // of somebody who bought: it says nothing of the others, who are taken for no better
    for (const PurchaseHistory &user : analysis->histories.users) {
        const double silence = oracle->silence(analysis->historyOf(user), question.horizonDays);
        silences.insert(user.user, silence);
        longest = std::max(longest, silence);
    }
    std::vector<double> said;
    std::vector<bool> happened;
    for (size_t i = 0; i < report.asked.size(); ++i) {
        const double silence = silences.value(report.users[i], longest);
        said.push_back(question.task == IntentTask::Churn ? silence : 1 - silence);
        happened.push_back(report.asked[i].happened);
    }
    report.test.append({QStringLiteral("p-alive"), probabilityScores(said, happened)});
    return {};
}

} // namespace

QString simplerWasBetter(const IntentModel &model, const QList<IntentEvaluation> &test)
{
    const auto taken = std::ranges::find(test, model.chosen, &IntentEvaluation::model);
    const IntentEvaluation *best = nullptr;
    for (const char *name : {"rate", "recency", "purchases", "logistic"}) { // the simplest first
        const auto one = std::ranges::find(test, QLatin1String(name), &IntentEvaluation::model);
        if (one == taken || one == test.end())
            break;
        if (!best || one->scores.logLoss < best->scores.logLoss)
            best = &*one;
    }
    if (taken == test.end() || !best || !(best->scores.logLoss < taken->scores.logLoss))
        return {};
    const QLocale locale;
    return IntentLearningText::tr("In this test something simpler did better: %1, log loss %2 against %3. The model was chosen on earlier days.")
        .arg(intentModelWords(best->model, model.question), locale.toString(best->scores.logLoss, 'f', 3), locale.toString(taken->scores.logLoss, 'f', 3));
}

int usualIntentHorizon(qint64 days) { return days >= 21 ? 7 : days >= 9 ? 3 : 1; }

UtcMs endOfLog(const ShopperLog &log)
{
    LogCalendar calendar(log);
    const qint64 day = calendar.dayOf(log.lastTime);
    const bool isOver = calendar.wall(log.lastTime) - day * dayMs >= 18 * hourMs;
    return isOver ? calendar.startOf(day + 1) : log.lastTime + 1;
}

Result<IntentReport> learnIntent(const ShopperLog &log, const IntentRequest &request, JobContext &job)
{
    IntentReport report;
    if (const Result<void> fits = checkBeginning(log, request); !fits)
        return fail(fits.error());
    report.end = request.testSince.value_or(endOfLog(log));
    const Result<IntentQuestion> question = questionOf(log, request, report.end);
    if (!question)
        return fail(question.error());
    if (const Result<void> fits = checkTest(log, request, *question); !fits)
        return fail(fits.error());
    const Result<IntentSplit> split = request.task == IntentTask::Session ? sessionSplit(log, report.end) : userExamples(log, *question, report.end, job);
    if (!split)
        return fail(split.error());
    report.model.question = *question;
    report.model.timeZone = log.timeZone;
    report.robots = log.robots.users.count();
    report.cutOffs = split->cutOffs;
    report.training = qint64(split->training.size() + split->validation.size());
    report.trainingPositives = positivesOf(split->training) + positivesOf(split->validation);
    const qint64 fewest = std::min({positivesOf(split->training), qint64(split->training.size()) - positivesOf(split->training), positivesOf(split->validation),
                                    qint64(split->validation.size()) - positivesOf(split->validation)});
    if (report.training == 0)
        return fail(ErrorCode::TooShort, IntentLearningText::tr("No user was there early enough to learn from. A longer log helps."));
    IntentCandidates candidates(log, request, *question);
    if (const Result<void> done = fewest < fewestOfAClass ? candidates.takeRate(*split) : candidates.learn(*split, job); !done)
        return fail(done.error());
    if (fewest < fewestOfAClass)
        report.notes << IntentLearningText::tr("Only %1 of %2 cases ended the rarer way, too few for a model that tells users apart: everybody gets the share of all.")
                            .arg(std::min(report.trainingPositives, report.training - report.trainingPositives)).arg(report.training);
    candidates.tell(report);
    if (request.horizonDays == 0 && request.task != IntentTask::Session)
        report.notes << horizonNote(log, request, *question);
    addNotes(report, log, *split);
    if (const Result<void> done = ask(report, log, request, candidates, job); !done)
        return fail(done.error());
    if (const QString better = simplerWasBetter(report.model, report.test); !better.isEmpty())
        report.notes << better;
    return report;
}

Result<IntentReport> analyseIntent(ShopData &data, const IntentRequest &request, JobContext &job)
{
    JobContext reading = job.part(0, 1, 3);
    const Result<ShopperLog> log = data.shoppers(reading);
    if (!log)
        return fail(log.error());
    JobContext learning = job.part(1, 1, 3);
    Result<IntentReport> report = learnIntent(*log, request, learning);
    if (!report || !request.testSince || request.task == IntentTask::Session || !report->model.question.ofPurchases)
        return report;
    JobContext comparing = job.part(2, 1, 3);
    if (const Result<void> done = addBuyerModel(*report, data, *log, comparing); !done)
        return fail(done.error());
    return report;
}

QJsonObject IntentReport::toJson() const
{
    LogCalendar calendar(model.timeZone);
    const auto evaluations = [](const QList<IntentEvaluation> &list) {
        QJsonObject json;
        for (const IntentEvaluation &one : list)
            json.insert(one.model, one.scores.toJson());
        return json;
    };
    QJsonObject json{{QStringLiteral("task"), intentTaskName(model.question.task)},
                     {QStringLiteral("horizon_days"), model.question.horizonDays},
                     {QStringLiteral("counts"), model.question.ofPurchases ? QStringLiteral("purchases") : QStringLiteral("events")},
                     {QStringLiteral("known_until"), formatTime(calendar.wall(end), Step::Hour)},
                     {QStringLiteral("model"), model.chosen},
                     {QStringLiteral("rate"), model.rate},
                     {QStringLiteral("cases"), training},
                     {QStringLiteral("positives"), trainingPositives},
                     {QStringLiteral("cut_offs"), cutOffs},
                     {QStringLiteral("users"), qint64(asked.size())},
                     {QStringLiteral("robots"), robots},
                     {QStringLiteral("validation"), evaluations(validation)},
                     {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
    if (!test.isEmpty())
        json.insert(QStringLiteral("test"), evaluations(test));
    return json;
}

} // namespace foretrail
