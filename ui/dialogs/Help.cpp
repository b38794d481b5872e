#include "ui/dialogs/Help.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace foretrail {

namespace {

struct HelpLine {
    QString left;
    QString right;
};

QString table(const QList<HelpLine> &lines)
{
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"5\">");
    for (const HelpLine &line : lines)
        html += QStringLiteral("<tr><td style=\"white-space:nowrap\"><b>%1</b></td><td>%2</td></tr>")
                    .arg(line.left.toHtmlEscaped(), line.right.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

QString keys(const QKeySequence &sequence)
{
    return sequence.toString(QKeySequence::NativeText);
}

} // namespace

static QString pagesText()
{
    return table({
        {Help::tr("Start"), Help::tr("Open the sample shop, begin a workspace from a file, or go on where you left off.")},
        {Help::tr("Data"), Help::tr("Import logs and tables. See what was read, stored, found twice and rejected, and why; correct rows, take imports back, look for odd data.")},
        {Help::tr("Prepare"), Help::tr("Put together the recipe that a series goes through before a model sees it, and watch what each step does.")},
        {Help::tr("Train"), Help::tr("Choose a model and its settings, watch it learn, and compare runs with repeating the last season.")},
        {Help::tr("Forecast"), Help::tr("See history, forecast and its intervals for each series, and what the residuals say about the model.")},
        {Help::tr("Backtest"), Help::tr("Let several models forecast from moments of the past, and see which one comes closest, where, and whether that is more than chance.")},
        {Help::tr("Customers"), Help::tr("Find a shopper; see recency, frequency, value, every event, and the activity to come. Segments at the right filter the list.")},
        {Help::tr("Behaviour"), Help::tr("See where shoppers are lost, who comes back, which ways they take and who goes silent; each number opens its users.")},
        {Help::tr("Recommend"), Help::tr("See what comes next for a user and why, who should see an item, and how well each model tells.")},
    });
}

static QString keysText()
{
    return table({
        {keys(QKeySequence(QStringLiteral("Ctrl+1"))), Help::tr("First page, Ctrl+2 the second, and so on")},
        {keys(QKeySequence::New), Help::tr("New workspace")},
        {keys(QKeySequence::Open), Help::tr("Open a workspace")},
        {keys(QKeySequence(QStringLiteral("Ctrl+I"))), Help::tr("Import logs or tables")},
        {keys(QKeySequence(QStringLiteral("Ctrl+Shift+I"))), Help::tr("Import a folder of logs or tables")},
        {keys(QKeySequence::Paste), Help::tr("On the Data page: import the table on the clipboard")},
        {keys(QKeySequence::Undo), Help::tr("In the list of imports: take the selected one back; redo brings it back")},
        {keys(QKeySequence(QStringLiteral("Ctrl+D"))), Help::tr("On the Prepare page: duplicate the step; Alt+Up and Alt+Down move it, Delete removes it, Space switches it off")},
        {keys(QKeySequence(QStringLiteral("Ctrl+D"))), Help::tr("In the list of series of the Forecast page: take the series among the favourites, or out of them")},
        {keys(QKeySequence(QStringLiteral("Ctrl+Shift+Z"))), Help::tr("On the Prepare page: redo what Ctrl+Z took back")},
        {keys(QKeySequence::Save), Help::tr("On the Prepare page: save the recipe in the workspace")},
        {keys(QKeySequence(QStringLiteral("Ctrl+J"))), Help::tr("Show or hide the jobs")},
        {keys(QKeySequence(QStringLiteral("Ctrl+,"))), Help::tr("Settings")},
        {keys(QKeySequence(QStringLiteral("F1"))), Help::tr("This help")},
        {keys(QKeySequence(QStringLiteral("Ctrl+Q"))), Help::tr("Quit; running jobs are stopped first")},
        {Help::tr("Mouse in a chart"), Help::tr("Wheel and drag zoom, Ctrl and drag zooms into a box, Shift and drag moves, double-click shows everything")},
        {Help::tr("In a chart"), Help::tr("Arrow keys read out values, + and - zoom, Esc shows everything")},
        {Help::tr("In the chart of page Forecast"), Help::tr("Click or Enter pins a step, Delete lets go; N writes a note there, F2 changes it, Delete removes it, Ctrl+Z takes that back")},
        {Help::tr("In the bar below it"), Help::tr("Arrow keys move the part on screen, with Shift its end, with Ctrl its beginning")},
    });
}

static QString aboutText()
{
    const QString version = QStringLiteral(FORETRAIL_VERSION);
    return QStringLiteral("<p><b>%1</b></p><p>%2</p><p>%3</p><p>%4</p>")
        .arg(Help::tr("Foretrail %1").arg(version),
             Help::tr("Forecasts an online shop and helps to understand its shoppers. Works offline: no data leaves this machine.").toHtmlEscaped(),
             Help::tr("Built with Qt %1 (running with %2).").arg(QStringLiteral(QT_VERSION_STR), QString::fromLatin1(qVersion())),
             Help::tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty.").toHtmlEscaped());
}

Help::Help(QWidget *parent) : QDialog(parent), m_tabs(new QTabWidget(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("helpDialog"));
    m_tabs->setObjectName(QStringLiteral("helpTabs"));
    for (const char *name : {"helpPages", "helpKeys", "helpAbout"})
        addSheet(QString::fromLatin1(name));
    m_close->setObjectName(QStringLiteral("helpClose"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 2 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    resize(640, 460);
    showTexts();
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void Help::addSheet(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setAlignment(Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    label->setOpenExternalLinks(true);
    label->setContentsMargins(0, Theme::space, 0, 0);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(label);
    m_tabs->addTab(area, QString());
    m_sheets.append(label);
}

void Help::showTexts()
{
    setWindowTitle(tr("Help"));
    const QString texts[] = {pagesText(), keysText(), aboutText()};
    const QString titles[] = {tr("&Pages"), tr("&Keyboard"), tr("&About")};
    for (int i = 0; i < m_sheets.size(); ++i) {
        m_sheets[i]->setText(texts[i]);
        m_tabs->setTabText(i, titles[i]);
    }
    m_close->setText(tr("&Close"));
}

void Help::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

void Help::open(QWidget *parent)
{
    auto *dialog = parent->findChild<Help *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog || !dialog->isVisible()) { // a hidden one is about to be deleted
        dialog = new Help(parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->activateWindow();
}

} // namespace foretrail
