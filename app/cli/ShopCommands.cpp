#include "app/cli/Command.h"
#include "core/behaviour/KeptCustomers.h"
#include "core/behaviour/UserProfile.h"
#include "core/behaviour/recommend/RecommendItems.h"
#include "core/data/sample/SampleShop.h"
#include "core/data/sample/TeachingSeries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cmath>

namespace foretrail::cli {

namespace {

struct ShopCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Shop)
};

QString names(const QList<NamedCount> &rows)
{
    constexpr qsizetype most = 5;
    QStringList parts;
    for (const NamedCount &row : rows.mid(0, most))
        parts << QStringLiteral("%1 (%2)").arg(row.name).arg(row.count);
    return parts.join(QStringLiteral(", "));
}

void printProfile(const UserProfile &profile)
{
    const QLocale locale;
    const auto figure = [&](double value) { return std::isnan(value) ? ShopCommandsText::tr("unknown") : locale.toString(value, 'f', 1); };
    print(ShopCommandsText::tr("User %1").arg(profile.user.key));
    print(ShopCommandsText::tr("Events: %1, orders: %2, net value: %3, per order: %4").arg(profile.user.events).arg(profile.user.orders)
              .arg(figure(profile.user.value), figure(profile.averageBasket)));
    print(ShopCommandsText::tr("Days since the last purchase (of the last event without one): %1, usual gap: %2")
              .arg(figure(profile.recencyDays), figure(profile.usualGapDays)));
    print(ShopCommandsText::tr("Kinds: %1").arg(names(profile.kinds)));
    print(ShopCommandsText::tr("Items: %1").arg(names(profile.topItems)));
    print(ShopCommandsText::tr("Categories: %1").arg(names(profile.topCategories)));
    for (const KeyAttribute &attribute : profile.attributes)
        print(QStringLiteral("%1: %2").arg(attribute.name, attribute.value));
    print(ShopCommandsText::tr("Sessions: %1").arg(profile.sessions.size()));
    print(ShopCommandsText::tr("Funnel: %1").arg(profile.funnel.sentence()));
    if (profile.standing.r > 0)
        print(ShopCommandsText::tr("RFM: %1 %2 %3, %4").arg(profile.standing.r).arg(profile.standing.f).arg(profile.standing.m).arg(rfmTitle(profile.standing.name)));
    print(ShopCommandsText::tr("State: %1").arg(stateTitle(profile.standing.state)));
    for (const SimilarUser &other : profile.standing.similar.mid(0, 3))
        print(ShopCommandsText::tr("Similar: %1 (%2)").arg(other.key, other.why));
    if (!profile.note.isEmpty())
        print(profile.note);
    if (!profile.outlook.isEmpty())
        print(ShopCommandsText::tr("Model of buyers: %1. %2").arg(buyerModelTitle(profile.outlook.model), profile.outlook.definition));
    for (const QString &sentence : {profile.outlook.sentence, forecastWords(profile)})
        if (!sentence.isEmpty())
            print(sentence);
}

Result<UserOutlook> outlookOf(const UserProfile &profile, Workspace &workspace, const DataSummary &summary, const CustomersChoice &choice, JobContext &job)
{
    const Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, choice, job);
    if (!customers)
        return fail(customers.error());
    const Result<PurchaseHistories> own = workspace.data().purchaseHistories({{}, 0, profile.user.id}, job);
    if (!own && own.error().isCancelled())
        return fail(own.error());
    const bool hasBought = own && !own->users.empty();
    return userOutlook({profile.events, hasBought ? &own->users.front() : nullptr, summary.timeZone, summary.currency}, *customers);
}

/// Learns the model of buyers where the workspace keeps none, and keeps it where it can be written; why there is none is said in
/// the profile, which is there without it.
Result<void> addOutlook(UserProfile &profile, const QString &path, const CustomersChoice &choice, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(path);
    if (!workspace)
        workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<DataSummary> summary = workspace->data().summary();
    if (!summary)
        return fail(summary.error());
    const Result<SharedBasis> basis = segmentBasis(*workspace, job);
    if (!basis)
        return fail(basis.error());
    profile.standing = userStanding(profile.user.id, profile.events, summary->timeZone, **basis);
    constexpr int mostSimilar = 10;
    Result<QList<SimilarUser>> similar = SimilarUsers((*basis)->figures).of(profile.user.id, workspace->data(), mostSimilar, job);
    if (!similar)
        return fail(similar.error());
    profile.standing.similar = std::move(*similar);
    const Result<UserOutlook> outlook = outlookOf(profile, *workspace, *summary, choice, job);
    if (!outlook && outlook.error().isCancelled())
        return fail(outlook.error());
    if (outlook)
        tellOutlook(profile, *outlook);
    else
        profile.outlook.sentence = outlook.error().message;
    return {};
}

struct ProfileCommand {
    std::string workspace, user;
    std::string model = usualBuyerModel;
    std::int64_t horizon = usualHorizonDays;
    int next = 0; ///< items to show next; 0: none, as that takes a model
    bool json = false;
};

/// What comes next, or why that cannot be told: the profile is there all the same.
Result<Recommendations> nextItems(const ProfileCommand &command, ShopData &data, JobContext &job)
{
    RecommendRequest request;
    request.user = text(command.user);
    request.top = command.next;
    Result<Recommendations> list = recommendItems(data, request, job);
    if (list || list.error().isCancelled())
        return list;
    Recommendations none;
    none.user = request.user;
    none.note = list.error().message;
    return none;
}

Result<void> runProfile(const ProfileCommand &command, JobContext &job)
{
    const auto model = buyerModel(text(command.model));
    if (!model)
        return fail(model.error());
    Result<Workspace> workspace = Workspace::open(text(command.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    Result<UserProfile> profile = userProfile(workspace->data(), text(command.user), job);
    if (!profile)
        return fail(profile.error());
    if (const Result<void> done = addOutlook(*profile, text(command.workspace), {(*model)->name(), command.horizon}, job); !done)
        return done;
    Result<Recommendations> next = command.next > 0 ? nextItems(command, workspace->data(), job) : Recommendations();
    if (!next)
        return fail(next.error());
    if (command.json) {
        QJsonObject json = profile->toJson();
        if (command.next > 0)
            json.insert(QStringLiteral("next_items"), next->toJson());
        printJson(json);
        return {};
    }
    printProfile(*profile);
    for (const RecommendedItem &item : next->items)
        print(ShopCommandsText::tr("Next: %1, %2").arg(item.name.isEmpty() ? item.item : item.name, reasonText(item)));
    if (!next->note.isEmpty())
        print(next->note);
    return {};
}

struct SampleOptions {
    std::string workspace, csv, size = "small";
    std::int64_t rows = 400'000;
    std::uint64_t seed = 1;
    bool json = false;
};

constexpr auto teachingSize = "teaching";

Result<void> fillSample(Workspace &workspace, const SampleOptions &options, JobContext &job)
{
    if (options.size == teachingSize)
        return createTeachingSeries(workspace, options.seed, job);
    const Result<SampleSize> size = sampleSizeFromName(text(options.size));
    if (!size)
        return fail(size.error());
    return createSampleShop(workspace, *size, options.seed, job).map([](const SampleTruth &) {});
}

/// What the workspace then shows: planned users who never came are not in it.
Result<DataSummary> makeSample(const QString &path, const SampleOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    const Result<void> filled = fillSample(*workspace, options, job);
    return filled ? workspace->data().summary() : Result<DataSummary>(fail(filled.error()));
}

Result<void> runSample(const SampleOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const QString path = text(options.workspace);
    if (QFileInfo::exists(path))
        return fail(ErrorCode::InvalidInput, ShopCommandsText::tr("%1 exists already. Name a new file, or remove this one first.").arg(path));
    const Result<DataSummary> shop = makeSample(path, options, job);
    if (!shop) {
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(ending));
        return fail(shop.error());
    }
    if (!options.csv.empty()) {
        if (const Result<void> written = writeSampleCsv(text(options.csv), options.rows, options.seed, job); !written)
            return written;
    }
    if (options.json)
        printJson({{QStringLiteral("events"), shop->events}, {QStringLiteral("users"), shop->users},
                   {QStringLiteral("items"), shop->items}, {QStringLiteral("series"), shop->importedSeries}, {QStringLiteral("size"), text(options.size)},
                   {QStringLiteral("seed"), qint64(options.seed)}, {QStringLiteral("seconds"), double(timer.elapsed()) / 1000}});
    else if (options.size == teachingSize)
        print(ShopCommandsText::tr("%1: %2 series with %3 values.").arg(path).arg(shop->importedSeries).arg(shop->observations));
    else
        print(ShopCommandsText::tr("%1: %2 events of %3 users with %4 items.").arg(path).arg(shop->events).arg(shop->users).arg(shop->items));
    return {};
}

} // namespace

void addProfile(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ProfileCommand>();
    CLI::App *verb = app.add_subcommand("profile", "Everything known of one user");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--user", options->user, "Key of the user")->required();
    verb->add_option("--model", options->model, "Model of buyers: mbgnbd, bgnbd or pareto-nbd")->capture_default_str();
    verb->add_option("--horizon", options->horizon, "Days ahead, for purchases and value")->check(CLI::Range(1, 36500))->capture_default_str();
    verb->add_option("--next", options->next, "Tell so many items that come next, and why; a model learns first")->check(CLI::Range(0, 1000))->capture_default_str();
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] {
        action = [options](JobContext &job) { return runProfile(*options, job); };
    });
}

void addSample(CLI::App &app, Action &action)
{
    auto options = std::make_shared<SampleOptions>();
    CLI::App *verb = app.add_subcommand("sample", "Make the sample shop, or series to teach with: seeded, with known truth");
    verb->add_option("workspace", options->workspace, "Workspace file to make (*.foretrail)")->required();
    verb->add_option("--size", options->size, "small, medium (1 million events), large (50 million), or teaching: a random walk, a week with noise, a shift of level")
        ->check(CLI::IsMember({"small", "medium", "large", teachingSize}))->capture_default_str();
    verb->add_option("--csv", options->csv, "Write an event log of the same kind of shop to this file too");
    verb->add_option("--rows", options->rows, "Rows of that log")->check(CLI::PositiveNumber)->capture_default_str();
    verb->add_option("--seed", options->seed, "Another seed, another shop")->capture_default_str();
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runSample(*options, job); }; });
}

} // namespace foretrail::cli
