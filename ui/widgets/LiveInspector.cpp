#include "ui/widgets/LiveInspector.h"

#include "core/behaviour/UserOutlook.h"
#include "ui/models/LiveUsersModel.h"
#include "ui/models/RecommendWords.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretrail {

namespace {

QString chancePercent(double share) { return chanceText(share) + QStringLiteral("\u202f%"); }

} // namespace

LiveInspector::LiveInspector(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_hint(new QLabel), m_figuresTitle(new QLabel), m_figures(new QLabel), m_intentTitle(new QLabel), m_intent(new QLabel),
      m_itemsTitle(new QLabel), m_items(new QLabel), m_open(new QPushButton)
{
    setObjectName(QStringLiteral("liveInspector"));
    m_title->setObjectName(QStringLiteral("liveUserKey"));
    m_figures->setObjectName(QStringLiteral("liveUserFigures"));
    m_intent->setObjectName(QStringLiteral("liveUserIntent"));
    m_items->setObjectName(QStringLiteral("liveUserItems"));
    m_open->setObjectName(QStringLiteral("liveOpenProfile"));
    m_open->setProperty("link", true);
    QFont bold = m_title->font();
    bold.setBold(true);
    for (QLabel *label : {m_title, m_figuresTitle, m_intentTitle, m_itemsTitle})
        label->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    for (QLabel *label : {m_title, m_hint, m_figuresTitle, m_figures, m_intentTitle, m_intent, m_itemsTitle, m_items}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    m_hint->setProperty("quiet", true);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT profileWanted(m_chosen); });
    clear();
}

void LiveInspector::clear()
{
    m_user.reset();
    m_chosen.clear();
    showTexts();
}

void LiveInspector::setUser(const std::optional<ToldUser> &user, const LiveSnapshot &shop, const QString &chosen)
{
    m_user = user;
    m_chosen = chosen;
    m_now = shop.now;
    m_recommender = shop.recommender;
    m_horizonDays = shop.horizonDays;
    m_unit = shop.today.measure == Measure::Revenue ? shop.today.unit : QString();
    showTexts();
}

QString LiveInspector::figuresText(const ToldUser &told) const
{
    const QLocale locale;
    const UserFigures &figures = told.user.figures;
    QStringList lines;
    lines << tr("Last seen %1 ago").arg(agoText(m_now - told.user.visit.last));
    lines << tr("%n event(s) in this visit", nullptr, told.user.visit.events) + tr(", %1 in all").arg(locale.toString(figures.events));
    lines << tr("%n order(s)", nullptr, int(figures.orders));
    if (figures.value != 0)
        lines << tr("Value %1 %2").arg(locale.toString(figures.value, 'f', 2), m_unit).trimmed();
    if (figures.isRobot)
        lines << tr("No person makes so many events in a minute or through the day: probably a robot.");
    return lines.join(u'\n');
}

QString LiveInspector::intentText(const ToldUser &told) const
{
    const LiveUser &user = told.user;
    QStringList lines;
    if (user.visit.purchases > 0)
        lines << tr("Has bought in this visit.");
    else if (user.intent == user.intent)
        lines << tr("Buys in this visit: %1").arg(chancePercent(user.intent)) << tr("By averaging old and new: %1").arg(chancePercent(user.averagedIntent));
    if (!told.why.isEmpty())
        lines << told.why;
    if (user.active == user.active)
        lines << tr("P(active): %1").arg(chancePercent(user.active));
    if (user.purchases == user.purchases)
        lines << tr("Purchase days expected in %n day(s): %1", nullptr, int(m_horizonDays)).arg(QLocale().toString(user.purchases, 'f', 2));
    return lines.isEmpty() ? tr("Nothing is learnt of it yet.") : lines.join(u'\n');
}

QString LiveInspector::itemsText(const ToldUser &told) const
{
    QStringList lines;
    for (const RecommendedItem &item : told.next) {
        const QString line = QStringLiteral("%1. %2").arg(lines.size() + 1).arg(item.name.isEmpty() ? item.item : item.name);
        lines << (item.reasons.isEmpty() && !item.isPopular ? line : line + QStringLiteral("\n     ") + reasonText(item));
    }
    return lines.isEmpty() ? tr("Nothing is learnt of it yet.") : lines.join(u'\n');
}

void LiveInspector::showTexts()
{
    m_title->setText(m_chosen.isEmpty() ? tr("User") : m_chosen);
    m_hint->setText(m_chosen.isEmpty() ? tr("Choose a visit in the table to follow its user.") : tr("This visit is over."));
    m_hint->setVisible(!m_user);
    m_figuresTitle->setText(tr("Known so far"));
    m_intentTitle->setText(tr("What may come"));
    m_itemsTitle->setText(m_recommender.isEmpty() ? tr("What to show next") : tr("What to show next, by %1").arg(recommenderTitle(m_recommender)));
    m_open->setText(tr("Whole profile"));
    m_open->setVisible(!m_chosen.isEmpty());
    for (QLabel *label : {m_figuresTitle, m_figures, m_intentTitle, m_intent, m_itemsTitle, m_items})
        label->setVisible(m_user.has_value());
    if (!m_user)
        return;
    m_figures->setText(figuresText(*m_user));
    m_intent->setText(intentText(*m_user));
    m_items->setText(itemsText(*m_user));
}

void LiveInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
