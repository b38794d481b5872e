#include "ui/help/HelpKeys.h"

#include "ui/help/Help.h"
#include "ui/pages/Pages.h"

#include <QKeySequence>

namespace foretrail {

namespace {

/// The keys as the system writes them, and what they do.
struct KeyLine {
    QString keys;
    QString does;
};

QString keyNames(std::initializer_list<QKeySequence> sequences)
{
    QStringList names;
    for (const QKeySequence &sequence : sequences)
        names << QStringLiteral("`%1`").arg(sequence.toString(QKeySequence::NativeText));
    return names.join(QLatin1Char(' '));
}

QString keySection(const QString &title, const QList<KeyLine> &lines)
{
    QString text = QStringLiteral("## %1\n\n| %2 | %3 |\n| --- | --- |\n").arg(title, Help::tr("Keys"), Help::tr("What they do"));
    for (const KeyLine &line : lines)
        text += QStringLiteral("| %1 | %2 |\n").arg(line.keys, line.does);
    return text + QLatin1Char('\n');
}

QString titleOfPage(const char *name) { return findPageKind(QLatin1String(name))->title(); }

QString keysEverywhere()
{
    return keySection(Help::tr("Everywhere"), {
        {keyNames({Qt::CTRL | Qt::Key_1}), Help::tr("First page, Ctrl+2 the second, and so on")},
        {keyNames({QKeySequence::New}), Help::tr("New workspace")},
        {keyNames({QKeySequence::Open}), Help::tr("Open a workspace")},
        {keyNames({Qt::CTRL | Qt::Key_I}), Help::tr("Import logs or tables")},
        {keyNames({Qt::CTRL | Qt::SHIFT | Qt::Key_I}), Help::tr("Import a folder of logs or tables")},
        {keyNames({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}), Help::tr("The button of the page, such as Import, Train or Export")},
        {keyNames({QKeySequence::Copy}), Help::tr("In a table: copy the chosen rows; the menu key hides, moves and sorts its columns")},
        {keyNames({Qt::CTRL | Qt::Key_J}), Help::tr("Show or hide the jobs")},
        {keyNames({Qt::Key_F11}), Help::tr("Large type on the whole screen, for a class or a meeting; Esc or F11 leaves it")},
        {keyNames({Qt::CTRL | Qt::Key_Comma}), Help::tr("Settings")},
        {keyNames({Qt::Key_F1}), Help::tr("Help for the page on screen; in the settings, for these")},
        {keyNames({Qt::Key_Escape}), Help::tr("Closes a dialog, the jobs or this help")},
        {keyNames({Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab}), Help::tr("The next field, and the one before")},
        {keyNames({Qt::Key_Return, Qt::Key_Space}), Help::tr("Presses the button that has the focus")},
        {keyNames({Qt::CTRL | Qt::Key_Q}), Help::tr("Quit; running jobs are stopped first")},
    });
}

QString keysInCharts()
{
    return keySection(Help::tr("In a chart"), {
        {keyNames({Qt::Key_Left, Qt::Key_Right}), Help::tr("Reads out the value before or the next one; with Shift ten steps on")},
        {keyNames({Qt::Key_Home, Qt::Key_End}), Help::tr("The first and the last value")},
        {keyNames({Qt::Key_Plus, Qt::Key_Minus}), Help::tr("Zooms in and out")},
        {keyNames({Qt::Key_Escape}), Help::tr("Shows everything")},
        {keyNames({Qt::Key_Return}), Help::tr("Opens the bar, the cell or the part of a picture that is chosen")},
        {Help::tr("Mouse"), Help::tr("Wheel and drag zoom, Ctrl and drag zooms into a box, Shift and drag moves, double-click shows everything")},
    });
}

QString keysOfDataAndPrepare()
{
    return keySection(titleOfPage("data"), {
               {keyNames({QKeySequence::Paste}), Help::tr("Imports the table or the files on the clipboard")},
               {keyNames({QKeySequence::Delete, QKeySequence::Undo}), Help::tr("In the list of imports: takes the selected one back")},
               {keyNames({QKeySequence::Redo}), Help::tr("In the list of imports: brings it back")},
               {keyNames({QKeySequence::Copy}), Help::tr("In the rejected rows: copies the selected ones as a table")},
               {keyNames({Qt::Key_Escape}), Help::tr("While the first rows of a file are shown: leaves without importing")},
           })
           + keySection(titleOfPage("prepare"), {
               {keyNames({Qt::CTRL | Qt::Key_D}), Help::tr("Duplicates the step")},
               {keyNames({Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down}), Help::tr("Moves the step")},
               {keyNames({Qt::Key_Space}), Help::tr("Switches the step off and on")},
               {keyNames({QKeySequence::Delete}), Help::tr("Removes the step, or a date of a list")},
               {keyNames({Qt::CTRL | Qt::Key_Z, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}), Help::tr("Takes the last change of the recipe back, and makes it again")},
               {keyNames({QKeySequence::Save}), Help::tr("Saves the recipe in the workspace")},
           });
}

QString keysOfModels()
{
    return keySection(titleOfPage("train"), {
               {keyNames({Qt::Key_Return}), Help::tr("In the stored runs: shows the forecast of the run")},
               {keyNames({Qt::Key_F2}), Help::tr("In the stored runs: another name")},
               {keyNames({QKeySequence::Delete}), Help::tr("In the stored runs: deletes the selected ones; in the queue: takes the training out")},
               {keyNames({QKeySequence::Copy}), Help::tr("In the stored runs: copies the selected ones as a table")},
               {keyNames({Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down}), Help::tr("In the queue: earlier and later")},
               {keyNames({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus}), Help::tr("In an open cell: larger and smaller type")},
           })
           + keySection(titleOfPage("forecast"), {
               {keyNames({Qt::CTRL | Qt::Key_D}), Help::tr("In the list of series: among the favourites, or out of them")},
               {keyNames({Qt::Key_Return}), Help::tr("In the chart: pins the step that is read out; Delete lets go")},
               {keyNames({Qt::Key_N}), Help::tr("In the chart: writes a note at the step; F2 changes it, Delete removes it")},
               {keyNames({QKeySequence::Undo, QKeySequence::Redo}), Help::tr("Takes the last note, correction or change of an input back, and makes it again")},
               {keyNames({QKeySequence::Save}), Help::tr("Keeps the forecast as a run")},
               {keyNames({QKeySequence::Delete}), Help::tr("On the tab Adjust: removes the corrections of the chosen steps")},
               {keyNames({Qt::Key_Escape}), Help::tr("While a forecast is made: back to the one before")},
               {Help::tr("In the bar below the chart"), Help::tr("Arrow keys move the part on screen, with Shift its end, with Ctrl its beginning")},
           });
}

QString keysOfShoppers()
{
    return keySection(titleOfPage("backtest"), {
               {keyNames({QKeySequence::Copy}), Help::tr("Copies the table of models or groups")},
               {keyNames({Qt::Key_Return}), Help::tr("In the list of series: shows the forecast of the series")},
           })
           + keySection(titleOfPage("customers"), {
               {keyNames({Qt::Key_Left, Qt::Key_Right}), Help::tr("In the timeline: the event before and the next one")},
               {keyNames({Qt::Key_Return}), Help::tr("In the sessions and similar users: goes there")},
           })
           + keySection(titleOfPage("behaviour"), {
               {keyNames({Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down}), Help::tr("In the steps of the funnel: earlier and later; Delete removes the step")},
               {keyNames({Qt::Key_Return}), Help::tr("On a number or a part of a picture: shows its users")},
           })
           + keySection(titleOfPage("recommend"), {
               {keyNames({Qt::Key_Return}), Help::tr("In the field above the sessions: asks for the session of exactly this key; on an item: who should see it; on a user: what comes next")},
           })
           + keySection(titleOfPage("live"), {
               {keyNames({Qt::Key_Return}), Help::tr("In a field of the feed: begins to follow; on a visit: the whole profile of the user")},
           });
}

} // namespace

QString keysMarkdown()
{
    return QStringLiteral("# %1\n\n").arg(Help::tr("Keyboard")) + keysEverywhere() + keysInCharts() + keysOfDataAndPrepare() + keysOfModels() + keysOfShoppers()
           + keySection(Help::tr("In this help"), {
               {keyNames({QKeySequence::Find}), Help::tr("Search the help; the down arrow goes on to what was found")},
               {keyNames({QKeySequence::Back, QKeySequence::Forward}), Help::tr("Where you were before, and forward again")},
               {keyNames({Qt::Key_Tab, Qt::Key_Return}), Help::tr("The next link, and where it leads")},
           });
}

QString aboutMarkdown()
{
    return QStringLiteral("# %1\n\n%2\n\n%3\n\n%4\n\n%5\n")
        .arg(Help::tr("About"), Help::tr("Foretrail %1").arg(QStringLiteral(FORETRAIL_VERSION)),
             Help::tr("Forecasts an online shop and helps to understand its shoppers. Works offline: no data leaves this machine."),
             Help::tr("Built with Qt %1 (running with %2).").arg(QStringLiteral(QT_VERSION_STR), QString::fromLatin1(qVersion())),
             Help::tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."));
}

} // namespace foretrail
