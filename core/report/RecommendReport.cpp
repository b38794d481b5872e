#include "core/report/RecommendReport.h"

#include "core/behaviour/recommend/RecommendEvaluation.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct RecommendReportText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendReport) };

constexpr qint64 listsOfBlock = 64;

QString listCell(double score) { return QString::number(score, 'g', 7); }

/// The lines of one list.
QByteArray linesOf(const QString &user, const Recommendations &list, bool withReasons)
{
    QByteArray lines;
    int rank = 0;
    for (const RecommendedItem &item : list.items) {
        const QStringList fields{CsvWriter::field(user), QString::number(++rank), CsvWriter::field(item.item), CsvWriter::field(item.name),
                                 listCell(item.score), withReasons ? CsvWriter::field(reasonText(item)) : QString()};
        lines += fields.join(QLatin1Char(',')).toUtf8() + '\n';
    }
    return lines;
}

QStringList listHeader()
{
    return {QStringLiteral("user"), QStringLiteral("rank"), QStringLiteral("item"), QStringLiteral("name"), QStringLiteral("score"), QStringLiteral("reason")};
}

/// What a block of users came to.
struct ListBlock {
    QByteArray lines;
    AllListsReport counts;
};

Result<std::shared_ptr<const ListBlock>> listBlock(const FittedRecommender &fitted, const RuleTable &rules, std::span<const UserRow *const> users,
                                                   const ListWishes &wishes, JobContext &job)
{
    auto block = std::make_shared<ListBlock>();
    for (const UserRow *user : users) {
        const Result<Recommendations> list = recommendFor(fitted, {quint32(user->id.value), 0}, rules, wishes, job);
        if (!list)
            return fail(list.error());
        block->lines += linesOf(user->key, *list, wishes.withReasons);
        block->counts.users += 1;
        block->counts.coldStarts += list->isColdStart;
        block->counts.rows += list->items.size();
    }
    return block;
}

} // namespace

Result<AllListsReport> writeAllLists(const FittedRecommender &fitted, const RuleTable &rules, const QList<UserRow> &users, const AllListsRequest &request,
                                     const QString &path, JobContext &job)
{
    std::vector<const UserRow *> asked;
    for (const UserRow &user : users)
        if (!request.users || request.users->contains(user.id))
            asked.push_back(&user);
    if (asked.empty())
        return fail(ErrorCode::TooShort, RecommendReportText::tr("There are no users to make lists for. Import a log with a user column, or choose others."));
    Result<std::unique_ptr<CsvWriter>> out = CsvWriter::open(path);
    if (!out)
        return fail(out.error());
    (*out)->row(listHeader());
    AllListsReport report;
    report.strayTimes = fitted.shop().log().times.strays;
    for (const QString &leftOut : {fitted.shop().log().times.note(), fitted.shop().log().robots.note()})
        if (!leftOut.isEmpty())
            report.leftOut << leftOut;
    report.robots = fitted.shop().log().robots.users.count();
    const qint64 blocks = (qint64(asked.size()) + listsOfBlock - 1) / listsOfBlock;
    const Result<void> done = parallelInOrder(blocks, request.workers, job, [&](qint64 index) -> Result<OrderedWork> {
        job.report(index * listsOfBlock, qint64(asked.size()), RecommendReportText::tr("Making lists"));
        return OrderedWork([&, index]() -> Result<OrderedKeep> {
            const auto from = size_t(index * listsOfBlock);
            const std::span<const UserRow *const> part = std::span(asked).subspan(from, std::min(size_t(listsOfBlock), asked.size() - from));
            const auto block = listBlock(fitted, rules, part, request.wishes, job);
            if (!block)
                return fail(block.error());
            return OrderedKeep([&report, &out, kept = *block]() -> Result<void> {
                (*out)->rows(kept->lines);
                report.users += kept->counts.users;
                report.coldStarts += kept->counts.coldStarts;
                report.rows += kept->counts.rows;
                return {};
            });
        });
    });
    if (!done)
        return fail(done.error());
    if (const Result<void> written = (*out)->commit(); !written)
        return fail(written.error());
    return report;
}

QString AllListsReport::sentence() const
{
    const QLocale locale;
    QStringList sentences{RecommendReportText::tr("Lists for %n user(s), %1 lines.", nullptr, int(users)).arg(locale.toString(rows))};
    if (coldStarts > 0 && !floor.hidesPart(coldStarts, users))
        sentences << RecommendReportText::tr("Nothing is known of %n of these users: they have what is popular of late.", nullptr, int(coldStarts));
    return (sentences + leftOut).join(QLatin1Char(' '));
}

QJsonObject AllListsReport::toJson() const
{
    return {{QStringLiteral("users"), users}, {QStringLiteral("cold_starts"), floor.hidesPart(coldStarts, users) ? QJsonValue() : QJsonValue(coldStarts)}, {QStringLiteral("rows"), rows}, {QStringLiteral("stray_times"), strayTimes}, {QStringLiteral("robots"), robots}, {QStringLiteral("sentence"), sentence()}};
}

QJsonObject audienceJson(const Audience &audience, GroupFloor floor)
{
    QJsonObject json = audience.toJson();
    const auto withhold = [&json](std::initializer_list<const char *> keys) {
        for (const char *key : keys)
            json[QLatin1String(key)] = QJsonValue();
    };
    const auto isSmall = [&floor](const ResponseBand &band) { return floor.hidesPart(band.responses, band.users); };
    if (floor.hidesPart(audience.responders, audience.testUsers) || std::ranges::any_of(audience.bands, isSmall))
        withhold({"responders", "everybody", "top", "lift", "bands", "sentence"}); // one follows from the others
    if (floor.hidesPart(audience.scored, audience.asked))
        withhold({"scored"});
    if (floor.hides(audience.leftOut))
        withhold({"left_out", "asked"});
    if (const QString note = floor.note(); !note.isEmpty())
        json.insert(QStringLiteral("withheld"), note);
    return json;
}

Result<void> writeList(const Recommendations &list, const QString &path)
{
    Result<std::unique_ptr<CsvWriter>> out = CsvWriter::open(path);
    if (!out)
        return fail(out.error());
    (*out)->row(listHeader());
    (*out)->rows(linesOf(list.user.isEmpty() ? list.session : list.user, list, list.hasReasons));
    return (*out)->commit();
}

Result<void> writeAudience(const Audience &audience, const QString &path)
{
    Result<std::unique_ptr<CsvWriter>> out = CsvWriter::open(path);
    if (!out)
        return fail(out.error());
    (*out)->row({QStringLiteral("rank"), QStringLiteral("user"), QStringLiteral("score"), QStringLiteral("expected"), QStringLiteral("low"),
                 QStringLiteral("high"), QStringLiteral("band_from"), QStringLiteral("band_to")});
    int rank = 0;
    for (const AudienceUser &user : audience.users) {
        QStringList fields{QString::number(++rank), user.key, listCell(user.score)};
        if (user.band >= 0) {
            const ResponseBand &band = audience.bands[user.band];
            for (const double figure : {user.expected.share, user.expected.low, user.expected.high, band.from, band.to})
                fields << listCell(figure);
        } else {
            fields << QString() << QString() << QString() << QString() << QString();
        }
        (*out)->row(fields);
    }
    return (*out)->commit();
}

Result<void> writeRecommendTest(const RecommendReport &report, const QString &path)
{
    Result<std::unique_ptr<CsvWriter>> out = CsvWriter::open(path);
    if (!out)
        return fail(out.error());
    QStringList header{QStringLiteral("model")};
    for (const char *name : {"k", "hit_rate", "recall", "mrr", "ndcg", "coverage", "diversity", "novelty", "popularity", "fit_seconds", "rank_seconds"})
        header << QLatin1String(name);
    (*out)->row(header);
    for (const RecommenderScores &scores : report.models)
        for (const RankingFigures &figures : scores.at) {
            QStringList row{scores.model, QString::number(figures.k)};
            for (const double figure : {figures.recall, figures.recall, figures.mrr, figures.ndcg, figures.coverage, figures.diversity, figures.novelty,
                                        figures.popularity, scores.fitSeconds, scores.rankSeconds})
                row << QString::number(figure, 'g', 5);
            (*out)->row(row);
        }
    return (*out)->commit();
}

Result<QStringList> keysFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return fail(ErrorCode::Io, RecommendReportText::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    QStringList keys;
    while (!file.atEnd()) {
        QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.startsWith(QChar(0xfeff)))
            line.remove(0, 1);
        QString key = line;
        if (line.startsWith(QLatin1Char('"'))) {
            const qsizetype end = line.indexOf(QLatin1Char('"'), 1);
            key = end > 0 ? line.mid(1, end - 1) : line.mid(1);
        } else {
            key = line.section(QLatin1Char(','), 0, 0).trimmed();
        }
        if (!key.isEmpty())
            keys << key;
    }
    return keys;
}

Result<std::shared_ptr<const UserSet>> usersFromFile(const QString &path, const QList<UserRow> &users, qint64 &unknown)
{
    const Result<QStringList> keys = keysFromFile(path);
    if (!keys)
        return fail(keys.error());
    QHash<QString, qint64> ids;
    ids.reserve(users.size());
    for (const UserRow &user : users)
        ids.insert(user.key, user.id.value);
    std::vector<qint64> found;
    unknown = 0;
    for (const QString &key : *keys) {
        const auto at = ids.find(key);
        at != ids.end() ? found.push_back(*at) : void(++unknown);
    }
    if (found.empty())
        return fail(ErrorCode::InvalidInput, RecommendReportText::tr("%1 names no user of this workspace. Write one key a line.").arg(path));
    return std::make_shared<const UserSet>(std::move(found));
}

} // namespace foretrail
