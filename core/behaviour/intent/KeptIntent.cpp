#include "core/behaviour/intent/KeptIntent.h"

#include "core/behaviour/KeptOfData.h"
#include "core/behaviour/intent/NumbersJson.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace foretrail {
namespace {

struct KeptIntentText { Q_DECLARE_TR_FUNCTIONS(foretrail::KeptIntent) };

constexpr size_t shownReasons = 3;

KeptKind keptPurchases(IntentTask task)
{
    return {task == IntentTask::Session ? QStringLiteral("intent.session") : QStringLiteral("intent.model"), 3, KeptIntentText::tr("No model of purchases was learnt yet.")};
}

QJsonArray evaluationsJson(const QList<IntentEvaluation> &list)
{
    QJsonArray array;
    for (const IntentEvaluation &one : list) {
        QJsonObject json = one.scores.toJson();
        json.insert(QStringLiteral("model"), one.model);
        array.append(json);
    }
    return array;
}

double numberOrMissing(const QJsonValue &json) { return json.isDouble() ? json.toDouble() : missing; }

QList<IntentEvaluation> evaluationsFrom(const QJsonArray &array)
{
    QList<IntentEvaluation> list;
    for (const QJsonValue &value : array) {
        const QJsonObject json = value.toObject();
        IntentEvaluation one{json[QStringLiteral("model")].toString(), {}};
        ProbabilityScores &scores = one.scores;
        scores.count = json[QStringLiteral("count")].toInteger();
        scores.positives = json[QStringLiteral("positives")].toInteger();
        scores.auc = numberOrMissing(json[QStringLiteral("auc")]);
        scores.aucError = numberOrMissing(json[QStringLiteral("auc_error")]);
        scores.prAuc = numberOrMissing(json[QStringLiteral("pr_auc")]);
        scores.logLoss = numberOrMissing(json[QStringLiteral("log_loss")]);
        scores.brier = numberOrMissing(json[QStringLiteral("brier")]);
        scores.ece = numberOrMissing(json[QStringLiteral("ece")]);
        scores.lift = numberOrMissing(json[QStringLiteral("lift_tenth")]);
        for (const QJsonArray entries = json[QStringLiteral("bins")].toArray(); const QJsonValue &bin : entries)
            scores.bins.push_back({bin[QStringLiteral("said")].toDouble(), bin[QStringLiteral("happened")].toDouble(), bin[QStringLiteral("count")].toInteger()});
        list.append(one);
    }
    return list;
}

void keepIntent(Workspace &workspace, const QString &fingerprint, const WorkspaceIntent &intent)
{
    keepOfData(workspace, keptPurchases(intent.model.question.task), fingerprint,
               {{QStringLiteral("model"), intent.model.toJson()}, {QStringLiteral("end"), intent.end},
                {QStringLiteral("test"), evaluationsJson(intent.test)}, {QStringLiteral("notes"), QJsonArray::fromStringList(intent.notes)}});
}

/// Never 0 or 100: no model is that sure.
QString percentText(double share)
{
    const QLocale locale;
    if (share < 0.001)
        return QStringLiteral("< ") + locale.toString(0.1, 'f', 1);
    if (share > 0.999)
        return QStringLiteral("> ") + locale.toString(99.9, 'f', 1);
    return locale.toString(100 * share, 'f', share < 0.1 || share > 0.99 ? 1 : 0);
}

std::vector<ShopperEvent> shopperEvents(const QList<UserEvent> &events, UtcMs end)
{
    const QHash<QString, ItemAction> actions{{QStringLiteral("view"), ItemAction::View}, {QStringLiteral("cart"), ItemAction::Cart},
                                             {QStringLiteral("favourite"), ItemAction::Favourite}, {QStringLiteral("purchase"), ItemAction::Purchase},
                                             {QStringLiteral("other"), ItemAction::Other}};
    const auto numberOf = [](const QString &key) { return key.isEmpty() ? 0 : keyNumber(key.toUtf8()); };
    std::vector<ShopperEvent> list;
    for (const UserEvent &event : events) {
        const auto action = actions.constFind(event.meaning);
        if (action == actions.cend() || event.time >= end)
            continue;
        list.push_back({event.time, numberOf(event.itemKey), numberOf(event.category), numberOf(event.session),
                        *action == ItemAction::Purchase ? float(event.amount) : float(missing), *action});
    }
    return list;
}

QString reasonsIn(const std::vector<IntentReason> &reasons)
{
    QStringList raising, lowering;
    for (const IntentReason &reason : reasons)
        (reason.odds > 0 ? raising : lowering) << reason.text;
    QStringList lines;
    if (!raising.isEmpty())
        lines << KeptIntentText::tr("Speaks for it: %1.").arg(raising.join(QStringLiteral("; ")));
    if (!lowering.isEmpty())
        lines << KeptIntentText::tr("Speaks against it: %1.").arg(lowering.join(QStringLiteral("; ")));
    return lines.join(u'\n');
}

} // namespace

Result<WorkspaceIntent> keptIntent(Workspace &workspace, IntentTask task)
{
    const KeptKind kind = keptPurchases(task);
    const Result<QJsonObject> json = keptOfData(workspace, kind);
    if (!json)
        return fail(json.error());
    Result<IntentModel> model = IntentModel::fromJson(json->value(u"model").toObject());
    if (!model)
        return fail(ErrorCode::NotFound, kind.noneYet);
    WorkspaceIntent intent{std::move(*model), json->value(u"end").toInteger(), evaluationsFrom(json->value(u"test").toArray()), {}};
    for (const QJsonArray entries = json->value(u"notes").toArray(); const QJsonValue &note : entries)
        intent.notes << note.toString();
    return intent;
}

Result<WorkspaceIntent> workspaceIntent(Workspace &workspace, JobContext &job, IntentTask task)
{
    Result<WorkspaceIntent> kept = keptIntent(workspace, task);
    if (kept || kept.error().code != ErrorCode::NotFound)
        return kept;
    const Result<QString> fingerprint = workspace.data().fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    JobContext reading = job.part(0, 2, 6);
    const Result<ShopperLog> log = workspace.data().shoppers(reading);
    if (!log)
        return fail(log.error());
    IntentRequest request;
    request.task = task;
    request.triesLstm = false; // half the time, and hardly ever another answer
    JobContext learning = job.part(2, 2, 6);
    Result<IntentReport> report = learnIntent(*log, request, learning);
    if (!report)
        return fail(report.error());
    WorkspaceIntent intent{std::move(report->model), report->end, {}, report->notes};
    LogCalendar calendar(*log);
    const int testDays = task == IntentTask::Session ? 1 : intent.model.question.horizonDays;
    request.horizonDays = intent.model.question.horizonDays;
    request.testSince = calendar.startOf(calendar.dayOf(intent.end - 1) + 1 - testDays);
    JobContext judging = job.part(4, 2, 6);
    const Result<IntentReport> test = learnIntent(*log, request, judging);
    if (!test && test.error().isCancelled())
        return fail(test.error());
    if (test)
        intent.test = test->test;
    else
        intent.notes << KeptIntentText::tr("How good this is cannot be told: %1").arg(test.error().message);
    keepIntent(workspace, *fingerprint, intent);
    return intent;
}

QString intentQuality(const WorkspaceIntent &intent)
{
    const QLocale locale;
    const IntentEvaluation *taken = nullptr, *simple = nullptr;
    for (const IntentEvaluation &one : intent.test) {
        const bool isSimple = one.model == QStringLiteral("recency") || one.model == QStringLiteral("purchases");
        if (one.model == intent.model.chosen && !std::isnan(one.scores.auc))
            taken = &one;
        else if (isSimple && !std::isnan(one.scores.auc) && (!simple || one.scores.auc > simple->scores.auc))
            simple = &one;
    }
    if (!taken)
        return KeptIntentText::tr("The log is too short to say how good this is.");
    const QString words = KeptIntentText::tr("On the latest %n day(s), which it did not know, it put a user who bought before one who did not in %1 of 100 pairs, and its percentages were off by %2 "
                                             "points on average.", nullptr, intent.model.question.horizonDays).arg(locale.toString(100 * taken->scores.auc, 'f', 0), locale.toString(100 * taken->scores.ece, 'f', 1));
    const bool takesSimple = taken->model == QStringLiteral("recency") || taken->model == QStringLiteral("purchases");
    const QString better = simplerWasBetter(intent.model, intent.test);
    if (!simple || takesSimple)
        return better.isEmpty() ? words : words + u' ' + better;
    if (!better.isEmpty())
        return words + u' ' + better;
    return words + u' ' + KeptIntentText::tr("A simple figure alone (%1) put them right in %2.").arg(intentModelWords(simple->model, intent.model.question), locale.toString(100 * simple->scores.auc, 'f', 0));
}

IntentOutlook intentOutlook(const QList<UserEvent> &events, const WorkspaceIntent &intent)
{
    IntentOutlook outlook;
    outlook.horizonDays = intent.model.question.horizonDays;
    outlook.typical = intent.model.rate;
    const std::vector<ShopperEvent> known = shopperEvents(events, intent.end);
    if (known.empty()) {
        outlook.sentence = KeptIntentText::tr("This user did nothing yet that says something of the days ahead.");
        return outlook;
    }
    ShopperLog log;
    log.timeZone = intent.model.timeZone;
    log.events = known;
    log.starts.push_back(known.size());
    const IntentExample example{0, quint32(known.size()), quint32(known.size()), intent.end, false};
    outlook.probability = intentProbabilities(intent.model, log, {example}).front();
    outlook.reasons = intentReasons(intent.model, featureRows(log, {example}).row(0), shownReasons);
    if (intent.model.chosen == QStringLiteral("rate"))
        outlook.sentence = KeptIntentText::tr("Likely to buy in the next %n day(s): %1 %, as anybody of this shop.", nullptr, outlook.horizonDays).arg(percentText(outlook.probability));
    else
        outlook.sentence = KeptIntentText::tr("Likely to buy in the next %n day(s): %1 % (typical of this shop: %2 %).", nullptr, outlook.horizonDays)
                               .arg(percentText(outlook.probability), percentText(outlook.typical));
    outlook.reasonsText = reasonsIn(outlook.reasons);
    outlook.quality = intentQuality(intent);
    return outlook;
}

QJsonObject IntentOutlook::toJson() const
{
    if (isEmpty())
        return {{QStringLiteral("probability"), QJsonValue::Null}, {QStringLiteral("sentence"), sentence}};
    QJsonArray list;
    for (const IntentReason &reason : reasons)
        list.append(QJsonObject{{QStringLiteral("subject"), reason.subject}, {QStringLiteral("feature"), reason.name}, {QStringLiteral("text"), reason.text}, {QStringLiteral("log_odds"), reason.odds}});
    return {{QStringLiteral("probability"), probability}, {QStringLiteral("typical"), typical}, {QStringLiteral("horizon_days"), horizonDays},
            {QStringLiteral("reasons"), list}, {QStringLiteral("sentence"), sentence}};
}

} // namespace foretrail
