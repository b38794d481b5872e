#include "ui/help/Help.h"

#include "ui/help/HelpBrowser.h"
#include "ui/models/TableHabits.h"
#include "ui/pages/Pages.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

#include <algorithm>
#include <array>

namespace foretrail {

namespace {

constexpr int topicRole = Qt::UserRole, sectionRole = Qt::UserRole + 1;

QString withKeys(const QString &text, QKeySequence::StandardKey keys)
{
    return QStringLiteral("%1 (%2)").arg(text, QKeySequence(keys).toString(QKeySequence::NativeText));
}

HelpPlace placeOfItem(const QTreeWidgetItem &item) { return {item.data(0, topicRole).toString(), item.data(0, sectionRole).toInt()}; }

} // namespace

Help::Help(Settings &settings, QWidget *parent)
    : QDialog(parent, Qt::Window), m_settings(settings), m_find(new QLineEdit(this)), m_left(new QStackedWidget(this)), m_contents(new QTreeWidget(this)),
      m_hits(new QListWidget(this)), m_back(new QToolButton(this)), m_forward(new QToolButton(this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_browser(new HelpBrowser(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("helpDialog"));
    makeParts();
    arrange();
    addKeys();
    connectAll();
    showTexts();
    const double em = font().pixelSize() > 0 ? font().pixelSize() / 13.0 : 1;
    resize(QSize(int(920 * em), int(640 * em)).boundedTo(screen()->availableSize() * 0.9));
    m_splitter->setSizes({int(260 * em), int(660 * em)});
    restoreGeometry(m_settings.layout(objectName()));
    m_splitter->restoreState(m_settings.layout(m_splitter->objectName()));
}

Help::~Help()
{
    m_settings.setLayout(objectName(), saveGeometry());
    m_settings.setLayout(m_splitter->objectName(), m_splitter->saveState());
}

void Help::makeParts()
{
    const std::pair<QWidget *, const char *> names[] = {{m_find, "helpFind"}, {m_contents, "helpContents"}, {m_hits, "helpHits"}, {m_back, "helpBack"},
                                                        {m_forward, "helpForward"}, {m_splitter, "helpSplitter"}, {m_close, "helpClose"}};
    for (const auto &[part, name] : names)
        part->setObjectName(QLatin1String(name));
    m_find->setClearButtonEnabled(true);
    m_find->installEventFilter(this);
    m_contents->setHeaderHidden(true);
    keepRowsInPlace(*m_contents); // as they are read
    m_contents->setTextElideMode(Qt::ElideRight);
    m_hits->setTextElideMode(Qt::ElideRight);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QToolButton *button : {m_back, m_forward}) {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_close->setAutoDefault(false); // Enter in the search is no wish to close
}

void Help::arrange()
{
    m_left->addWidget(m_contents);
    m_left->addWidget(m_hits);
    auto *left = new QWidget(m_splitter);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_find);
    leftLayout->addWidget(m_left, 1);
    auto *right = new QWidget(m_splitter);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_forward);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    rightLayout->addLayout(buttons);
    rightLayout->addWidget(m_browser, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->addWidget(m_splitter);
    const std::array<QWidget *, 7> order{m_find, m_contents, m_hits, m_back, m_forward, m_browser, m_close};
    for (size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void Help::addKeys()
{
    const auto add = [this](const char *name, QKeySequence::StandardKey keys, const std::function<void()> &run) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    add("helpFindKey", QKeySequence::Find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    add("helpBackKey", QKeySequence::Back, [this] { step(-1); });
    add("helpForwardKey", QKeySequence::Forward, [this] { step(1); });
}

void Help::connectAll()
{
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const HelpPlace there = HelpTexts::placeOf(link); !there.topic.isEmpty())
            go(there);
    });
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            go(placeOfItem(*item));
    });
    connect(m_find, &QLineEdit::textChanged, this, &Help::showFound);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_hits->setCurrentRow(std::max(0, m_hits->currentRow())); });
    connect(m_hits, &QListWidget::currentRowChanged, this, &Help::openHit);
}

void Help::showTexts()
{
    setWindowTitle(tr("Help"));
    m_find->setPlaceholderText(tr("Search the help"));
    m_find->setAccessibleName(tr("Search the help"));
    m_find->setToolTip(withKeys(tr("Search the help"), QKeySequence::Find));
    m_contents->setAccessibleName(tr("Contents"));
    m_hits->setAccessibleName(tr("Places found"));
    m_browser->setAccessibleName(tr("Help text"));
    m_back->setText(tr("Back"));
    m_back->setToolTip(withKeys(tr("Back"), QKeySequence::Back));
    m_forward->setText(tr("Forward"));
    m_forward->setToolTip(withKeys(tr("Forward"), QKeySequence::Forward));
    m_close->setText(tr("&Close"));
    fillContents();
    showFound();
    if (m_at < 0)
        return;
    m_visits[m_at].scrolled = -1; // other words, another length
    showVisit(true);
}

void Help::fillContents()
{
    const QSignalBlocker blocker(m_contents);
    m_contents->clear();
    for (const QString &topic : HelpTexts::topics())
        addContents(topic, findPageKind(topic) ? topic : topic == QStringLiteral("settings") ? topic : QStringLiteral("help"));
}

void Help::addContents(const QString &topic, const QString &icon)
{
    std::array<QTreeWidgetItem *, 3> last{};
    const QList<HelpSection> sections = HelpTexts::sections(topic, HelpTexts::language());
    for (int i = 0; i < sections.size(); ++i) {
        const size_t level = size_t(std::clamp(sections[i].level, 1, 3)) - 1;
        auto *item = level == 0 || !last[level - 1] ? new QTreeWidgetItem(m_contents) : new QTreeWidgetItem(last[level - 1]);
        item->setText(0, sections[i].title);
        item->setToolTip(0, sections[i].title);
        item->setData(0, topicRole, topic);
        item->setData(0, sectionRole, i);
        last[level] = item;
    }
    if (last[0])
        last[0]->setIcon(0, Theme::icon(icon));
}

/// Marks where the text is, without going there once more.
void Help::chooseInContents()
{
    const QSignalBlocker blocker(m_contents);
    const HelpPlace there = place();
    for (QTreeWidgetItemIterator at(m_contents); *at; ++at) {
        if (placeOfItem(**at) != there)
            continue;
        m_contents->setCurrentItem(*at);
        m_contents->scrollToItem(*at);
        if (!(*at)->parent())
            (*at)->setExpanded(true);
        return;
    }
}

QStringList Help::wantedWords() const { return m_find->text().split(QLatin1Char(' '), Qt::SkipEmptyParts); }

void Help::showFound()
{
    const QSignalBlocker blocker(m_hits);
    const bool isSearching = !wantedWords().isEmpty();
    m_left->setCurrentWidget(isSearching ? static_cast<QWidget *>(m_hits) : m_contents);
    m_hits->clear();
    m_found = HelpTexts::find(m_find->text());
    for (const HelpHit &hit : std::as_const(m_found)) {
        auto *item = new QListWidgetItem(hit.around.isEmpty() ? hit.title : hit.title + QLatin1Char('\n') + hit.around, m_hits);
        item->setToolTip(hit.title);
    }
    if (isSearching && m_found.isEmpty()) {
        auto *nothing = new QListWidgetItem(tr("Nothing found. Try another word."), m_hits);
        nothing->setFlags(Qt::NoItemFlags);
    }
    m_browser->mark(wantedWords());
}

void Help::openHit(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    go(m_found[row].place);
    m_browser->mark(wantedWords());
}

HelpPlace Help::place() const { return m_at < 0 ? HelpPlace() : m_visits[m_at].place; }

void Help::go(const HelpPlace &there)
{
    if (m_at >= 0) {
        if (m_visits[m_at].place == there)
            return m_browser->goToSection(there.section);
        m_visits[m_at].scrolled = m_browser->verticalScrollBar()->value();
    }
    m_visits.resize(m_at + 1);
    m_visits.append({there});
    ++m_at;
    showVisit(false);
}

void Help::step(int by)
{
    if (m_at + by < 0 || m_at + by >= m_visits.size())
        return;
    m_visits[m_at].scrolled = m_browser->verticalScrollBar()->value();
    m_at += by;
    showVisit(false);
}

void Help::showVisit(bool isAnew)
{
    const Visit visit = m_visits.at(m_at);
    if (isAnew || m_shownTopic != visit.place.topic) {
        m_shownTopic = visit.place.topic;
        m_browser->showText(HelpTexts::markdown(m_shownTopic, HelpTexts::language()));
        m_browser->mark(wantedWords());
    }
    m_browser->goToSection(visit.place.section);
    if (visit.scrolled >= 0)
        m_browser->verticalScrollBar()->setValue(visit.scrolled);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_visits.size());
    chooseInContents();
}

bool Help::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        QWidget *below = m_left->currentWidget();
        below->setFocus(Qt::TabFocusReason);
        if (below == m_hits && m_hits->currentRow() < 0)
            m_hits->setCurrentRow(0);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void Help::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
    else if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_at >= 0) {
        m_visits[m_at].scrolled = m_browser->verticalScrollBar()->value();
        showVisit(true);
    }
}

Help *Help::openHelp(QWidget *parent)
{
    auto *dialog = parent->findChild<Help *>(QString(), Qt::FindDirectChildrenOnly);
    return dialog && dialog->isVisible() ? dialog : nullptr; // a hidden one is about to be deleted
}

void Help::open(Settings &settings, QWidget *parent, const QString &topic)
{
    Help *dialog = openHelp(parent);
    if (!dialog) {
        dialog = new Help(settings, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->m_browser->setFocus();
    }
    dialog->show();
    dialog->activateWindow();
    dialog->m_followedTopic = topic;
    dialog->go({topic, 0});
}

void Help::follow(QWidget *parent, const QString &topic)
{
    Help *dialog = openHelp(parent);
    if (!dialog)
        return;
    const bool isWherePageWas = dialog->place().topic == dialog->m_followedTopic;
    dialog->m_followedTopic = topic;
    if (isWherePageWas)
        dialog->go({topic, 0});
}

} // namespace foretrail
