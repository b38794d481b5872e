#include "app/cli/Command.h"
#include "app/cli/ImportPlans.h"
#include "app/cli/UpdateFollowing.h"
#include "core/data/Import.h"
#include "core/live/FeedPlan.h"
#include "core/live/LiveFeed.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cstdio>

namespace foretrail::cli {

namespace {

struct LiveCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Live)
};

struct LiveCommandOptions {
    ImportOptions reading; ///< how lines are read; its file is what they look like
    std::string feed, like, duration, each = "second", recommender = usualLiveRecommender;
    FollowOptions following;
    int keepDays = 0;
    bool json = false, storesOnly = false;
};

/// "90", "90s", "10m", "2h" in milliseconds; 0 of an empty text.
Result<qint64> durationOf(const QString &text)
{
    if (text.isEmpty())
        return qint64(0);
    const QString units = QStringLiteral("smh");
    const qsizetype unit = units.indexOf(text.back());
    bool isNumber = false;
    const double count = (unit < 0 ? text : text.chopped(1)).toDouble(&isNumber);
    if (!isNumber || !(count > 0))
        return fail(ErrorCode::InvalidInput, LiveCommandText::tr("\"%1\" is no duration. Write 90s, 10m or 2h.").arg(text));
    constexpr double msOf[] = {1000, 60'000, 3'600'000};
    return qint64(count * msOf[std::max<qsizetype>(unit, 0)]);
}

Result<std::optional<ImportPlan>> planLike(const QString &example, ImportOptions options, JobContext &job)
{
    options.files = {example.toStdString()};
    const Result<PlannedFiles> planned = planFiles(options, job);
    if (!planned)
        return fail(planned.error());
    const Result<ImportPreview> preview = settledPreview(example, planned->files.front().plan, job);
    if (!preview)
        return fail(preview.error().within(example));
    return std::optional(preview->plan);
}

/// As said, as the feed was read before, as its file looks, or as the latest log of the workspace.
Result<std::optional<ImportPlan>> planOf(Workspace &workspace, const FeedSpec &spec, const LiveCommandOptions &options, JobContext &job)
{
    const ImportOptions &said = options.reading;
    const bool isSaid = !options.like.empty() || !said.templateFile.empty() || !said.map.empty() || !said.kind.empty() || !said.dateFormat.empty()
        || !said.timeZone.empty();
    const QString example = exampleOf(spec, text(options.like));
    if (isSaid && !example.isEmpty())
        return planLike(example, said, job);
    return guessedFeedPlan(workspace, spec, {}, job);
}

QString number(double value, int decimals = 0) { return QLocale().toString(value, 'f', decimals); }

/// "5 online; revenue of today 1,200 GBP, expected 3,000 (2,500 to 3,600)".
QString shopText(const LiveSnapshot &shop)
{
    QStringList parts{LiveCommandText::tr("%n user(s) online", nullptr, int(shop.online))};
    const TodayReading &today = shop.today;
    parts << LiveCommandText::tr("today %1 %2").arg(number(today.soFar), today.unit).trimmed();
    if (today.isKnown() && today.low == today.low)
        parts << LiveCommandText::tr("expected %1 (%2 to %3)").arg(number(today.expected), number(today.low), number(today.high));
    if (!shop.sessions.isEmpty() && shop.sessions.first().user.intent == shop.sessions.first().user.intent)
        parts << LiveCommandText::tr("likeliest to buy: %1 with %2 %").arg(shop.sessions.first().key, number(100 * shop.sessions.first().user.intent));
    if (!shop.learning.isEmpty())
        parts << shop.learning;
    return parts.join(QStringLiteral("; "));
}

void printJsonLine(const QJsonObject &json) { std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData()); }

void tell(const LiveTick &tick, const LiveCommandOptions &options)
{
    for (const QString &line : tick.notes)
        note(line);
    if (options.each == "event")
        return; // users were told as they came
    if (options.json)
        printJsonLine(tick.toJson());
    else
        print(LiveCommandText::tr("%1  %2 events a second; stored %3, duplicate %4, rejected %5; %6 in all")
                  .arg(QDateTime::fromMSecsSinceEpoch(tick.time).toString(QStringLiteral("HH:mm:ss")),
                       number(tick.seconds > 0 ? double(tick.since.stored) / tick.seconds : 0), QLocale().toString(tick.since.stored),
                       QLocale().toString(tick.since.duplicate), QLocale().toString(tick.since.rejected), QLocale().toString(tick.total.stored))
              + (tick.shop ? QStringLiteral("; ") + shopText(*tick.shop) : QString()));
    std::fflush(stdout); // somebody reads along
}

/// "u17  5 events, last Lamp; buys in this session 12 %; active 80 %; next Vase, Lamp".
void tellUser(const ToldUser &user, bool isJson)
{
    if (isJson) {
        printJsonLine(user.toJson());
    } else {
        QStringList parts{LiveCommandText::tr("%n event(s)", nullptr, int(user.user.figures.events)) + (user.lastItem.isEmpty() ? QString() : LiveCommandText::tr(", last %1").arg(user.lastItem))};
        if (user.user.intent == user.user.intent)
            parts << LiveCommandText::tr("buys in this session %1 %").arg(number(100 * user.user.intent, 1));
        if (user.user.active == user.user.active)
            parts << LiveCommandText::tr("active %1 %").arg(chanceText(user.user.active));
        QStringList next;
        for (const RecommendedItem &item : user.next)
            next << (item.name.isEmpty() ? item.item : item.name);
        if (!next.isEmpty())
            parts << LiveCommandText::tr("next %1").arg(next.join(QStringLiteral(", ")));
        print(user.key + QStringLiteral("  ") + parts.join(QStringLiteral("; ")));
    }
    std::fflush(stdout);
}

Result<ImportReport> follow(Workspace &workspace, const FeedSpec &spec, const LiveOptions &live, const LiveCommandOptions &options, LiveUpdater *updater, JobContext &job)
{
    const Result<ImportReport> total = followFeed(workspace, spec, live, [&options, updater](const LiveTick &tick) {
        if (updater && tick.shop)
            updater->look(tick.shop->wall);
        tell(tick, options);
        if (updater)
            tellUpdates(*updater, options.json);
    }, job);
    if (!total || !updater)
        return total;
    updater->finish(job); // the steps that the last lines closed
    tellUpdates(*updater, options.json);
    return total;
}

Result<void> run(const LiveCommandOptions &options, JobContext &job)
{
    const Result<FeedSpec> spec = FeedSpec::fromText(text(options.feed));
    if (!spec)
        return fail(spec.error());
    const Result<qint64> duration = durationOf(text(options.duration));
    if (!duration)
        return fail(duration.error());
    Result<Workspace> workspace = Workspace::openOrCreate(text(options.reading.workspace));
    if (!workspace)
        return fail(workspace.error());
    Result<std::optional<ImportPlan>> plan = planOf(*workspace, *spec, options, job);
    if (!plan) {
        Workspace::discardUnused(std::move(*workspace));
        return fail(plan.error());
    }
    const Result<std::unique_ptr<LiveUpdater>> updater = options.following.begin(*workspace, job);
    if (!updater) {
        Workspace::discardUnused(std::move(*workspace));
        return fail(updater.error());
    }
    LiveOptions live;
    live.plan = std::move(*plan);
    live.forMs = *duration;
    live.keepDays = options.keepDays;
    live.watchesShop = !options.storesOnly;
    live.recommender = text(options.recommender);
    if (options.each == "event")
        live.onUser = [&options](const ToldUser &user) { tellUser(user, options.json); };
    if (spec->kind == FeedKind::Tcp || spec->kind == FeedKind::Local)
        note(LiveCommandText::tr("Listening at %1.").arg(spec->text()));
    if (spec->kind == FeedKind::File && !QFileInfo::exists(spec->path))
        note(LiveCommandText::tr("Waiting for %1, which is not there yet.").arg(spec->path));
    const Result<ImportReport> total = follow(*workspace, *spec, live, options, updater->get(), job);
    if (!total)
        return fail(total.error());
    note(LiveCommandText::tr("Read %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5.")
             .arg(total->read).arg(total->stored).arg(total->duplicate).arg(total->rejected).arg(total->filtered));
    return {};
}

} // namespace

void addLive(CLI::App &app, Action &action)
{
    auto options = std::make_shared<LiveCommandOptions>();
    CLI::App *verb = app.add_subcommand("live", "Follow a feed: store events as they come in, each once, until interrupted or the feed ends");
    verb->add_option("workspace", options->reading.workspace, "Workspace file (*.foretrail), made when it is not there")->required();
    verb->add_option("--feed", options->feed,
                     "file:PATH that grows, folder:PATH of arriving files, stdin, tcp:PORT or tcp:ADDRESS:PORT (loopback where no address is said), "
                     "socket:NAME, replay:PATH or replay:PATH@SPEED (times as fast as it happened). Lines of CSV or JSON")->required();
    verb->add_option("--for", options->duration, "End after 90s, 10m or 2h");
    verb->add_option("--like", options->like, "A file whose lines look like those of the feed (default: as the feed was read before, the file itself, the latest log)");
    verb->add_option("--kind", options->reading.kind, "What a line is (default: guessed)")->check(CLI::IsMember({"sales", "events", "series"}));
    verb->add_option("--map", options->reading.map, "role=column,... as for import");
    verb->add_option("--date-format", options->reading.dateFormat, "As for import");
    verb->add_option("--time-zone", options->reading.timeZone, "Of the feed's clock, as for import");
    verb->add_option("--template", options->reading.templateFile, "JSON: read lines as import --save-template or the window kept it");
    verb->add_option("--each", options->each, "second: a line each second (default). event: a line for each user whom new events made another, with intent and next items")
        ->check(CLI::IsMember({"second", "event"}));
    verb->add_option("--recommender", options->recommender, "What names the next items (default: session-knn)");
    CLI::Option *keep = verb->add_option("--keep-days", options->keepDays, "Remove events older than so many days for good, once a day (default: keep all)")->check(CLI::Range(1, 36'500));
    CLI::Option *update = options->following.addTo(*verb);
    verb->add_flag("--store-only", options->storesOnly, "Store alone: learn nothing and say nothing of users and of today")->excludes(keep)->excludes(update);
    verb->add_flag("--json", options->json, "One JSON object a line on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return run(*options, job); }; });
}

} // namespace foretrail::cli
