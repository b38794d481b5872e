#include "app/cli/Command.h"
#include "core/data/EraseUser.h"
#include "core/data/UserNames.h"

#include <QCoreApplication>

namespace foretrail::cli {

namespace {

struct PrivacyCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Privacy)
};

struct PrivacyCommand {
    std::string workspace, erase;
    bool hides = false, shows = false, json = false;
    bool changes() const { return hides || shows || !erase.empty(); }
};

void tell(const Erasure &erased)
{
    print(PrivacyCommandText::tr("Erased: %1 events, %2 attributes, the text of %3 rejected rows.").arg(erased.events).arg(erased.attributes).arg(erased.rejects));
    if (!erased.isWrittenOver)
        note(PrivacyCommandText::tr("Another program reads the workspace: unused parts of the file may still hold the id. Close it, and erase the user again."));
    note(PrivacyCommandText::tr("Files that were imported still name the user: an import of them brings the user back."));
}

Result<void> runPrivacy(const PrivacyCommand &command, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(command.workspace), command.changes() ? Workspace::Mode::ReadWrite : Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    QJsonObject json;
    if (!command.erase.empty()) {
        const Result<Erasure> erased = eraseUser(*workspace, text(command.erase), job);
        if (!erased)
            return fail(erased.error());
        json.insert(QStringLiteral("erased"), QJsonObject{{QStringLiteral("events"), erased->events}, {QStringLiteral("attributes"), erased->attributes},
                                                          {QStringLiteral("rejects"), erased->rejects}});
        if (!command.json)
            tell(*erased);
    }
    if (command.hides || command.shows)
        if (const Result<void> set = setUsersHidden(*workspace, command.hides); !set)
            return set;
    const Result<bool> areHidden = hidesUsers(*workspace);
    if (!areHidden)
        return fail(areHidden.error());
    json.insert(QStringLiteral("usersHidden"), *areHidden);
    if (command.json)
        printJson(json);
    else if (command.erase.empty())
        print(*areHidden ? PrivacyCommandText::tr("Users are called by hidden names, such as u-7kq2m9xa.") : PrivacyCommandText::tr("Users are called by their ids."));
    return {};
}

} // namespace

void addPrivacy(CLI::App &app, Action &action)
{
    auto command = std::make_shared<PrivacyCommand>();
    CLI::App *verb = app.add_subcommand("privacy", "Hide the ids of users in all that is shown and exported, or erase a user");
    verb->add_option("workspace", command->workspace, "Workspace file (*.foretrail)")->required();
    auto *hide = verb->add_flag("--hide-users", command->hides, "Call users by names that only this workspace leads back to them");
    verb->add_flag("--show-users", command->shows, "Call users by their ids again")->excludes(hide);
    verb->add_option("--erase", command->erase, "Erase the user with this id or hidden name, for good");
    verb->add_flag("--json", command->json, "One JSON object on standard output");
    verb->callback([command, &action] { action = [command](JobContext &job) { return runPrivacy(*command, job); }; });
}

} // namespace foretrail::cli
