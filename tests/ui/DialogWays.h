#pragma once

#include "core/data/RunStore.h"
#include "tests/ui/UiTest.h"
#include "ui/asking/Confirm.h"
#include "ui/asking/NameDialog.h"
#include "ui/charts/TableDialog.h"
#include "ui/dialogs/CampaignDialog.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/help/Help.h"
#include "ui/dialogs/NoteDialog.h"
#include "ui/dialogs/ProductRuleDialog.h"
#include "ui/dialogs/RecipeCompareDialog.h"
#include "ui/dialogs/ReportDialog.h"
#include "ui/dialogs/RunCompareDialog.h"
#include "ui/dialogs/SearchDialog.h"
#include "ui/dialogs/SegmentRuleDialog.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/TemplatesDialog.h"
#include "ui/dialogs/UsersDialog.h"
#include "ui/pages/ForecastPage.h"

namespace foretrail::test {

struct DialogWay {
    QString what;
    std::function<void()> open;
};

/// Dialogs that can be opened and closed again without anything being lost, of a shop whose forecast is on screen; its first run is compared.
inline QList<DialogWay> dialogWays(Desk &desk, const RunRecord &run)
{
    MainWindow &window = desk.window();
    AppSession &session = desk.session();
    const auto shown = std::make_shared<const ShownForecast>(desk.part<ForecastPage>("forecastPage").shown());
    const auto nothing = [](const auto &...) {};
    SegmentCondition orders;
    orders.what = QStringLiteral("orders");
    SearchPlan plan;
    plan.start = TrainingSpec::quickPreset();
    return {
        {QStringLiteral("settings"), [&] { SettingsDialog::open(session, &window); }},
        {QStringLiteral("help"), [&] { Help::open(session.settings(), &window, QStringLiteral("forecast")); }},
        {QStringLiteral("export"), [&session, &window, shown] { (new ExportDialog(session, shown, {}, QStringLiteral("tea"), &window))->open(); }},
        {QStringLiteral("report"), [&] { (new ReportDialog(session.settings(), {3, QStringLiteral("tea"), 2, QStringLiteral("ets")}, &window))->open(); }},
        {QStringLiteral("table of a chart"), [&window, shown] { TableDialog::open(QStringLiteral("Revenue"), shown->table, &window); }},
        {QStringLiteral("rule of a segment"), [&window, orders] { (new SegmentRuleDialog({SegmentRule::Join::All, {}, {SegmentRule::one(orders)}}, QStringLiteral("many"), {{}, {}}, &window))->open(); }},
        {QStringLiteral("name"), [&window, nothing] { NameDialog::ask(&window, {QStringLiteral("Save"), QStringLiteral("&Name"), QStringLiteral("tea"), QStringLiteral("Save")}, nothing); }},
        {QStringLiteral("note"), [&window, nothing] { NoteDialog::ask(&window, {{}, QStringLiteral("item"), QStringLiteral("tea"), QStringLiteral("Tea"), QStringLiteral("1 January")}, nothing); }},
        {QStringLiteral("question"), [&window] { Confirm::ask(&window, {QStringLiteral("Replace"), QStringLiteral("Replace it?"), QStringLiteral("Replace")}, [] {}); }},
        {QStringLiteral("products"), [&] { ProductRuleDialog::open(session, &window); }},
        {QStringLiteral("templates"), [&] { TemplatesDialog::open(session, &window); }},
        {QStringLiteral("recipes side by side"), [&window] { RecipeCompareDialog::open({}, {}, &window); }},
        {QStringLiteral("runs side by side"), [&window, run] { RunCompareDialog::open({run}, &window); }},
        {QStringLiteral("search"), [&window, plan, nothing] { SearchDialog::open(plan, &window, nothing); }},
        {QStringLiteral("campaign"), [&window] { (new CampaignDialog(&window))->open(); }},
        {QStringLiteral("users"), [&] {
             UsersDialog::open(session, QStringLiteral("Users"), QStringLiteral("users"), [](JobContext &) -> Result<UserSet> { return UserSet({1, 2}); }, &window);
         }},
    };
}

/// The dialogs that are on screen.
inline QList<QDialog *> openDialogs()
{
    QList<QDialog *> dialogs;
    for (QWidget *window : QApplication::topLevelWidgets())
        if (auto *dialog = qobject_cast<QDialog *>(window); dialog && dialog->isVisible())
            dialogs << dialog;
    return dialogs;
}

inline Result<RunRecord> firstRun(const QString &workspacePath)
{
    auto workspace = Workspace::open(workspacePath, Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const auto runs = RunStore(*workspace).list();
    if (!runs)
        return fail(runs.error());
    return RunStore(*workspace).load(runs->front().id);
}

} // namespace foretrail::test
