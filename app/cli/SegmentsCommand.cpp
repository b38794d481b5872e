#include "app/cli/Command.h"
#include "core/base/NameList.h"
#include "core/behaviour/segments/SegmentBook.h"
#include "core/data/SegmentStore.h"
#include "core/report/SegmentCsv.h"
#include "core/report/SegmentTables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail::cli {

namespace {

struct SegmentsText { Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Segments) };

struct SegmentsOptions {
    std::string workspace, clusters, rule, ruleFile, save, remove, rename, to, users, out;
    std::vector<std::string> compare;
    std::int64_t sessionGap = 0;
    int least = 0;
    std::uint64_t seed = 1;
    bool rfm = false, replaces = false, json = false;
    GroupFloor floor() const { return {least}; }
};

Result<QByteArray> ruleText(const SegmentsOptions &options)
{
    if (options.ruleFile.empty())
        return QByteArray::fromStdString(options.rule);
    QFile file(text(options.ruleFile));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, SegmentsText::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    return file.readAll();
}

Result<SegmentRule> readRule(const SegmentsOptions &options)
{
    const Result<QByteArray> bytes = ruleText(options);
    if (!bytes)
        return fail(bytes.error());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, SegmentsText::tr("The rule is not a JSON object: %1 at byte %2.").arg(problem.errorString()).arg(problem.offset));
    return SegmentRule::fromJson(document.object());
}

Result<Workspace> openAny(const QString &path)
{
    Result<Workspace> workspace = Workspace::open(path);
    return workspace ? std::move(workspace) : Workspace::open(path, Workspace::Mode::ReadOnly);
}

void printSegment(const ToldSegment &told)
{
    const SegmentInfo &info = *told.info;
    const QString share = std::isnan(info.share) || !told.hasValue ? QString() : QLocale().toString(100 * info.share, 'f', 1) + QStringLiteral(" %");
    print(QStringLiteral("%1\t%2\t%3\t%4").arg(info.key, told.isWithheld || !info.users ? told.users() : QLocale().toString(told.floor.told(info.count())), share,
                                               info.problem.isEmpty() ? info.title : info.problem));
}

/// A saved one by its name, a built-in one by its key.
Result<SegmentInfo> chosen(const QString &name, const SegmentBook &book)
{
    const SegmentInfo *info = book.find(QStringLiteral("saved:") + name);
    info = info ? info : book.find(name);
    if (!info)
        return fail(unknownSegment(name, book));
    if (!info->users)
        return fail(ErrorCode::InvalidInput, info->problem);
    return *info;
}

Result<void> writeUsersOf(const SegmentsOptions &options, const SegmentInfo &info, const SegmentBook &book, Workspace &workspace, JobContext &job)
{
    if (const Result<void> allowed = options.floor().allowsList(info.users->count()); !allowed)
        return allowed;
    return writeSegment(text(options.out.empty() ? std::string("-") : options.out), *book.basis, *info.users, workspace.data(), job);
}

QStringList comparedNames(const SegmentsOptions &options)
{
    QStringList names;
    for (const std::string &list : options.compare)
        names += namesIn(text(list));
    return names;
}

Result<void> comparison(const SegmentsOptions &options, const SegmentBook &book, Workspace &workspace, QJsonArray &rows)
{
    const qint64 all = book.basis->figures->count;
    QList<std::shared_ptr<const UserSet>> told; // whose numbers were told
    for (const QString &name : comparedNames(options)) {
        const Result<SegmentInfo> info = chosen(name, book);
        if (!info)
            return fail(info.error());
        const bool isNear = options.floor().hides(all - info->count())
                            || std::any_of(told.cbegin(), told.cend(), [&](const auto &other) { return leavesSmallGroup(*info->users, *other, options.floor()); });
        const Result<SegmentSummary> summary = summaryOf(*book.basis, *info->users, workspace.data());
        if (!summary)
            return fail(summary.error());
        QJsonObject json = isNear ? withheldSummary() : summaryJson(*summary, options.floor());
        if (!isNear)
            told << info->users;
        if (!options.json)
            print(QStringLiteral("%1: %2").arg(info->title, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))));
        json.insert(QStringLiteral("segment"), info->title);
        rows.append(json);
    }
    return {};
}

Result<void> changeStored(const SegmentsOptions &options, Workspace &workspace, JobContext &job)
{
    SegmentStore store(workspace);
    if (!options.remove.empty())
        return store.remove(text(options.remove), job);
    if (!options.rename.empty())
        return store.rename(text(options.rename), text(options.to), job);
    return {};
}

QJsonObject bookJson(const SegmentBook &book, const QList<SegmentInfo> &listed, const SegmentsOptions &options, double seconds)
{
    QJsonArray rows;
    bool isWithheld = false;
    for (const ToldSegment &told : toldSegments(listed, options.floor(), book.basis->figures->count)) {
        rows.append(told.toJson());
        isWithheld |= told.isWithheld;
    }
    const ShopFigures &figures = *book.basis->figures;
    QJsonObject json{{QStringLiteral("segments"), rows}, {QStringLiteral("note"), book.note}, {QStringLiteral("users"), figures.count},
                     {QStringLiteral("stray_times"), figures.strayEvents},
                     {QStringLiteral("redone"), figures.redone}, {QStringLiteral("seconds"), seconds}, {QStringLiteral("states"), book.basis->lifecycle.toJson()}};
    if (options.rfm)
        json.insert(QStringLiteral("rfm"), book.basis->rfm.toJson());
    if (book.clusters) {
        QJsonObject clusters = book.clusters->toJson();
        if (isWithheld)
            clusters.remove(QStringLiteral("clusters")); // their users and values are those of the segments
        json.insert(QStringLiteral("clusters"), clusters);
    }
    if (const QString withheld = options.floor().note(); !withheld.isEmpty())
        json.insert(QStringLiteral("withheld"), withheld);
    return json;
}

Result<void> saveChosen(const SegmentsOptions &options, const QList<SegmentInfo> &listed, const SegmentBook &book, Workspace &workspace, JobContext &job)
{
    if (options.save.empty())
        return {};
    if (!options.rule.empty() || !options.ruleFile.empty())
        return SegmentStore(workspace).save(text(options.save), listed.front().rule.toJson(), options.replaces, job);
    if (options.users.empty())
        return fail(ErrorCode::InvalidInput, SegmentsText::tr("Nothing to save: say --rule, --rule-file, or --users with the key of a segment."));
    const Result<SegmentInfo> info = chosen(text(options.users), book);
    return info ? SegmentStore(workspace).save(text(options.save), info->rule.toJson(), options.replaces, job) : fail(info.error());
}

Result<void> tellSaved(const QString &name)
{
    print(SegmentsText::tr("Segment %1 is saved.").arg(name));
    return {};
}

Result<void> runSegments(const SegmentsOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<Workspace> workspace = openAny(text(options.workspace));
    if (!workspace)
        return fail(workspace.error());
    if (options.sessionGap > 0)
        if (const Result<void> set = setSessionGapMinutes(*workspace, options.sessionGap); !set)
            return set;
    if (const Result<void> changed = changeStored(options, *workspace, job); !changed)
        return changed;
    SegmentBookRequest request;
    if (!options.clusters.empty()) {
        request.clusters = options.clusters == "auto" ? 0 : text(options.clusters).toInt();
        request.seed = options.seed;
    }
    const bool hasRule = !options.rule.empty() || !options.ruleFile.empty();
    Result<SegmentRule> rule = hasRule ? readRule(options) : Result<SegmentRule>(SegmentRule());
    if (!rule)
        return fail(rule.error());
    Result<SegmentBook> book = segmentBook(*workspace, request, job);
    if (!book)
        return fail(book.error());
    QList<SegmentInfo> listed = book->segments;
    if (hasRule) {
        Result<SegmentInfo> info = segmentOf(QStringLiteral("rule"), rule->words(), *rule, *book->basis, workspace->data(), job);
        if (!info || !info->users)
            return info ? fail(ErrorCode::InvalidInput, info->problem) : fail(info.error());
        listed = {*info};
    }
    const double seconds = double(timer.elapsed()) / 1000;
    if (const Result<void> saved = saveChosen(options, listed, *book, *workspace, job); !saved)
        return saved;
    if (!options.compare.empty()) {
        QJsonArray rows;
        const Result<void> compared = comparison(options, *book, *workspace, rows);
        if (compared && options.json)
            printJson({{QStringLiteral("comparison"), rows}, {QStringLiteral("note"), book->note}});
        return compared;
    }
    if (!options.save.empty() && options.out.empty() && !options.json)
        return tellSaved(text(options.save));
    if (!options.users.empty() || (hasRule && !options.out.empty())) {
        const Result<SegmentInfo> info = hasRule ? Result<SegmentInfo>(listed.front()) : chosen(text(options.users), *book);
        return info ? writeUsersOf(options, *info, *book, *workspace, job) : fail(info.error());
    }
    if (options.json) {
        printJson(bookJson(*book, listed, options, seconds));
        return {};
    }
    for (const ToldSegment &told : toldSegments(listed, options.floor(), book->basis->figures->count))
        printSegment(told);
    if (options.rfm)
        print(book->basis->rfm.cutWords());
    if (book->clusters)
        print(book->clusters->words());
    if (!book->note.isEmpty())
        note(book->note);
    if (const QString withheld = options.floor().note(); !withheld.isEmpty())
        note(withheld);
    return {};
}

} // namespace

void addSegments(CLI::App &app, Action &action)
{
    auto options = std::make_shared<SegmentsOptions>();
    CLI::App *verb = app.add_subcommand("segments", "Segments of users: RFM, states, clusters, rules; count, save, compare, export");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_flag("--rfm", options->rfm, "Say the cut points of the RFM scores too");
    verb->add_option("--clusters", options->clusters, "Part users into K clusters, or auto for a number that fits")
        ->check(CLI::IsMember({"auto"}) | CLI::Range(2, 20));
    verb->add_option("--seed", options->seed, "Of the clusters")->capture_default_str();
    verb->add_option("--rule", options->rule, "A rule as JSON: {\"all\": [{\"what\": \"orders\", \"is\": \">=\", \"value\": 3}]}");
    verb->add_option("--rule-file", options->ruleFile, "The same in a file")->excludes("--rule");
    verb->add_option("--save", options->save, "Keep the rule, or the segment of --users, under this name");
    verb->add_flag("--replace", options->replaces, "With --save: in place of the one of that name");
    verb->add_option("--delete", options->remove, "Remove a kept segment");
    CLI::Option *rename = verb->add_option("--rename", options->rename, "Give a kept segment another name: --to");
    verb->add_option("--to", options->to, "The new name")->needs(rename);
    verb->add_option("--users", options->users, "Write the users of this segment (a kept name, or a key as the list says it)");
    verb->add_option("--out", options->out, "CSV file for them; standard output if not said");
    verb->add_option("--compare", options->compare, "Segments side by side, separated by commas; a name that has a comma itself stands in quotes");
    verb->add_option("--session-gap", options->sessionGap, "Minutes of silence that end a session; kept in the workspace (30)")->check(CLI::Range(1, 1440));
    addMinGroup(*verb, options->least);
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] {
        action = [options](JobContext &job) { return runSegments(*options, job); };
    });
}

} // namespace foretrail::cli
