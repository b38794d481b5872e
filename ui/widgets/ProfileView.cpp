#include "ui/widgets/ProfileView.h"

#include "ui/charts/EventTimeline.h"
#include "ui/charts/FunnelStrip.h"
#include "ui/charts/HeatMap.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/StateStrip.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/HeadlineNumber.h"
#include "ui/widgets/IntentView.h"
#include "ui/widgets/NextItemsView.h"
#include "ui/widgets/ProfileCharts.h"
#include "ui/widgets/ProfileTables.h"
#include "ui/widgets/SortedItem.h"
#include "ui/widgets/StayView.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

ProfileView::ProfileView(QWidget *parent)
    : QScrollArea(parent), m_key(new QLabel), m_seen(new QLabel), m_note(new QLabel), m_forecastWords(new QLabel), m_timeline(new EventTimeline),
      m_stay(new StayView), m_intent(new IntentView), m_activity(new LineChart), m_attributes(new QLabel), m_scores(new QLabel), m_states(new StateStrip), m_clock(new HeatMap), m_spend(new LineChart),
      m_funnel(new FunnelStrip), m_funnelWords(new QLabel), m_next(new NextItemsView), m_sessions(new ProfileSessions)
{
    setObjectName(QStringLiteral("profileView"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    addHead(content, layout);
    addStanding(content, layout);
    addActivity(content, layout);
    addLists(content, layout);
    setWidget(content);
}

void ProfileView::addHead(QWidget *content, QVBoxLayout *layout)
{
    m_key->setObjectName(QStringLiteral("profileKey"));
    m_key->setFont(Theme::titleFont());
    m_key->setTextFormat(Qt::PlainText);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_seen->setObjectName(QStringLiteral("profileSeen"));
    m_seen->setWordWrap(true);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->addWidget(m_key);
    m_head->addSpacing(Theme::space);
    m_head->addWidget(m_seen, 1);
    layout->addLayout(m_head);

    m_attributes->setObjectName(QStringLiteral("profileAttributes"));
    m_attributes->setTextFormat(Qt::PlainText);
    m_attributes->setWordWrap(true);
    m_attributes->setProperty("quiet", true);
    m_attributes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_attributes);
    m_headlineGrid = new QGridLayout;
    m_headlineGrid->setSpacing(Theme::space);
    m_headlineGrid->setHorizontalSpacing(2 * Theme::space); // so that two numbers are not read as one
    static const char *const names[] = {"recency", "frequency", "monetary", "basket", "events"};
    for (size_t i = 0; i < m_headlines.size(); ++i) {
        m_headlines[i] = new HeadlineNumber(QString::fromLatin1(names[i]) + QStringLiteral("Headline"), content);
        m_headlineGrid->addWidget(m_headlines[i], 0, int(i));
    }
    layout->addLayout(m_headlineGrid);
    m_note->setObjectName(QStringLiteral("profileNote"));
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
}

void ProfileView::addStanding(QWidget *content, QVBoxLayout *layout)
{
    m_standingTitle = addSection(content);
    m_states->setObjectName(QStringLiteral("stateStrip"));
    layout->addWidget(m_states);
    m_scores->setObjectName(QStringLiteral("profileScores"));
    m_scores->setWordWrap(true);
    layout->addWidget(m_scores);
    layout->addWidget(m_stay);
    connect(m_stay, &StayView::exportRequested, this, &ProfileView::stayExportRequested);
    connect(m_stay, &StayView::choiceMade, this, &ProfileView::buyerModelChosen);
    layout->addWidget(m_intent);
    connect(m_intent, &IntentView::qualityRequested, this, &ProfileView::intentQualityRequested);

    layout->addWidget(m_next);
    connect(m_next, &NextItemsView::openRequested, this, [this] { Q_EMIT sessionRequested({}); });
    m_funnelTitle = addSection(content);
    m_funnel->setObjectName(QStringLiteral("funnelStrip"));
    layout->addWidget(m_funnel);
    m_funnelWords->setObjectName(QStringLiteral("profileFunnel"));
    m_funnelWords->setWordWrap(true);
    layout->addWidget(m_funnelWords);
}

void ProfileView::addActivity(QWidget *content, QVBoxLayout *layout)
{
    m_timelineTitle = addSection(content);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    layout->addWidget(m_timeline);
    m_activityTitle = addSection(content);
    m_activity->setObjectName(QStringLiteral("activityChart"));
    m_activity->setMinimumHeight(180);
    layout->addWidget(m_activity, 1);
    m_forecastWords->setObjectName(QStringLiteral("forecastWords"));
    m_forecastWords->setProperty("quiet", true);
    m_forecastWords->setWordWrap(true);
    layout->addWidget(m_forecastWords);
    connect(m_activity, &LineChart::exportRequested, this, &ProfileView::exportRequested);

    m_spendTitle = addSection(content);
    m_spend->setObjectName(QStringLiteral("spendChart"));
    m_spend->setMinimumHeight(180);
    layout->addWidget(m_spend, 1);
    connect(m_spend, &LineChart::exportRequested, this, &ProfileView::spendExportRequested);
    m_clockTitle = addSection(content);
    m_clock->setObjectName(QStringLiteral("clockMap"));
    m_clock->setFont(Theme::tableFont());
    m_clock->setMinimumHeight(200);
    layout->addWidget(m_clock);
}

void ProfileView::addLists(QWidget *content, QVBoxLayout *layout)
{
    m_items = profileTable(QStringLiteral("topItems"), content);
    m_categories = profileTable(QStringLiteral("topCategories"), content);
    m_tables = new QBoxLayout(QBoxLayout::LeftToRight);
    m_tables->setSpacing(3 * Theme::space);
    m_tables->addWidget(m_items, 5);
    m_tables->addWidget(m_categories, 4);
    m_tables->setAlignment(m_items, Qt::AlignTop);
    m_tables->setAlignment(m_categories, Qt::AlignTop);
    layout->addLayout(m_tables);
    m_sessionsTitle = addSection(content);
    layout->addWidget(m_sessions);
    connect(m_sessions, &ProfileSessions::sessionChosen, this, &ProfileView::sessionRequested);
    m_similarTitle = addSection(content);
    m_similar = profileTable(QStringLiteral("similarTable"), content);
    m_similar->setSelectionMode(QAbstractItemView::SingleSelection);
    m_similar->setSelectionBehavior(QAbstractItemView::SelectRows);
    layout->addWidget(m_similar);
    const auto go = [this](int row) { Q_EMIT userRequested(m_similar->item(row, 0)->text()); };
    connect(m_similar, &QTableWidget::cellDoubleClicked, this, go);
    connect(m_similar, &QTableWidget::itemActivated, this, [go](const QTableWidgetItem *item) { go(item->row()); });
}

QLabel *ProfileView::addSection(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setWordWrap(true); // a long title must not widen the page
    static_cast<QVBoxLayout *>(parent->layout())->addSpacing(Theme::space);
    parent->layout()->addWidget(label);
    return label;
}

void ProfileView::setProfile(const UserProfile &profile, const DataSummary &summary)
{
    if (m_profile.user.id != profile.user.id)
        m_next->setText({}); // of another user
    m_profile = profile;
    m_summary = summary;
    m_activity->setLoading(false);
    showAll();
}

void ProfileView::setLoading(bool isLoading)
{
    m_activity->setLoading(isLoading);
}

void ProfileView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_profile.user.id.isValid())
        showAll();
}

/// A long key shortened in its middle, with the dates below where they find no room beside it.
void ProfileView::arrangeHead(int room)
{
    const QFontMetrics ofKey = m_key->fontMetrics();
    const int dates = m_seen->fontMetrics().horizontalAdvance(m_seen->text()) / 2; // in two lines
    const bool isBeside = ofKey.horizontalAdvance(m_profile.user.key) + dates + 4 * Theme::space <= room;
    m_head->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const QString shown = ofKey.elidedText(m_profile.user.key, Qt::ElideMiddle, std::max(0, room));
    m_key->setText(shown);
    m_key->setToolTip(shown == m_profile.user.key ? QString() : m_profile.user.key.toHtmlEscaped());
}

/// As many headline numbers in a row as fit, and the tables below each other where there is no room beside.
void ProfileView::arrangeForWidth()
{
    int widest = 1;
    int all = 0;
    for (const HeadlineNumber *headline : m_headlines) {
        const int width = headline->minimumSizeHint().width() + 2 * Theme::space;
        widest = std::max(widest, width);
        all += width;
    }
    const int room = viewport()->width() - 4 * Theme::space;
    arrangeHead(room);
    const int columns = all <= room ? int(m_headlines.size()) : std::clamp(room / widest, 1, 3);
    for (size_t i = 0; i < m_headlines.size(); ++i) {
        m_headlineGrid->setColumnStretch(int(i), int(i) < columns ? 1 : 0);
        m_headlineGrid->addWidget(m_headlines[i], int(i) / columns, int(i) % columns);
    }
    m_sessions->fitTo(viewport()->width() - 4 * Theme::space);
    m_tables->setDirection(room < 32 * fontMetrics().height() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ProfileView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrangeForWidth();
}

void ProfileView::showAll()
{
    showHeadlines();
    showStanding();
    showClock();
    showSpend();
    showFunnel();
    showSessions();
    showSimilar();
    m_stay->setProfile(m_profile);
    m_intent->setOutlook(m_profile.intent);
    showTimeline();
    showActivity();
    setAccessibleName(tr("Profile"));
    m_items->setAccessibleName(tr("Top items"));
    m_categories->setAccessibleName(tr("Top categories"));
    showCounts(*m_items, tr("Top items"), m_profile.topItems, m_summary.hasAmounts);
    showCounts(*m_categories, tr("Top categories"), m_profile.topCategories, m_summary.hasAmounts);
    m_categories->setVisible(!m_profile.topCategories.isEmpty());
    arrangeForWidth();
}

void ProfileView::showHeadlines()
{
    ZoneClock clock{QTimeZone(m_summary.timeZone.toLatin1())};
    const auto day = [&](UtcMs utc) { return dateText(clock.toWall(utc)); };
    const UserRow &user = m_profile.user;
    m_key->setText(user.key);
    m_seen->setText(user.hasTimes ? tr("first seen %1, last seen %2").arg(day(user.firstSeen), day(user.lastSeen)) : QString());
    const QString since = user.orders > 0 ? tr("since the last purchase") : tr("since the last event");
    const QString usual = std::isnan(m_profile.usualGapDays) ? since : tr("%1, usually %2 d").arg(since, profileFigure(m_profile.usualGapDays));
    m_headlines[0]->setTexts(tr("Recency"), tr("%1 d").arg(profileFigure(std::floor(m_profile.recencyDays))), usual);
    m_headlines[1]->setTexts(tr("Frequency"), QLocale().toString(user.orders), tr("orders"));
    m_headlines[2]->setTexts(tr("Value"), m_summary.hasAmounts ? profileFigure(user.value) : QStringLiteral("–"),
                             m_summary.hasAmounts ? tr("%1 net").arg(m_summary.currency).trimmed() : tr("no sales with prices"));
    m_headlines[3]->setTexts(tr("Basket"), profileFigure(m_profile.averageBasket), tr("per order"));
    QStringList kinds;
    for (const NamedCount &kind : m_profile.kinds)
        kinds += QStringLiteral("%1 %2").arg(QLocale().toString(kind.count), kind.key);
    const QString most = kinds.mid(0, 2).join(QStringLiteral(", "));
    m_headlines[4]->setTexts(tr("Events"), QLocale().toString(user.events),
                             m_profile.isShortened() ? tr("the latest: %1", "events").arg(most) : most);
    m_headlines[4]->setToolTip(kinds.join(QStringLiteral(", ")));
    QStringList attributes;
    for (const KeyAttribute &attribute : m_profile.attributes)
        attributes << QStringLiteral("%1: %2").arg(attribute.name, attribute.value);
    m_attributes->setText(attributes.join(QStringLiteral(" · ")));
    m_attributes->setVisible(!attributes.isEmpty());
    m_note->setText(m_profile.note);
    m_note->setVisible(!m_profile.note.isEmpty());
}

void ProfileView::showTimeline()
{
    ZoneClock clock{QTimeZone(m_summary.timeZone.toLatin1())};
    QList<TimelineRow> rows;
    for (const NamedCount &kind : m_profile.kinds)
        rows.append({kind.key, {}});
    for (const UserEvent &event : m_profile.events) {
        for (TimelineRow &row : rows) {
            if (row.kind == event.kind)
                row.times.push_back(clock.toWall(event.time));
        }
    }
    m_timelineTitle->setText(tr("Timeline"));
    // The end of the data, not of the user: silence since the last visit is what one wants to see.
    m_timeline->setRows(rows, clock.toWall(m_profile.user.hasTimes ? m_profile.user.firstSeen : m_profile.logEnd), clock.toWall(m_profile.logEnd));
}

void ProfileView::showActivity()
{
    const QString step = m_profile.activity.axis.step == Step::Week ? tr("per week") : tr("per day");
    m_activityTitle->setText(m_profile.activityModel.isEmpty()
                                 ? tr("Events %1").arg(step)
                                 : tr("Events %1 and forecast (%2)").arg(step, m_profile.activityModel));
    m_activity->setEmptyText(tr("Too few events for a curve."));
    m_activity->setContent(activityChart(m_profile));
    const QString words = forecastWords(m_profile);
    m_forecastWords->setText(words);
    m_forecastWords->setVisible(!words.isEmpty());
}

void ProfileView::setSimilar(const QList<SimilarUser> &similar)
{
    m_profile.standing.similar = similar;
    showSimilar();
}

void ProfileView::showStanding()
{
    const UserStanding &standing = m_profile.standing;
    m_standingTitle->setText(tr("State and scores"));
    m_standingTitle->setVisible(standing.isKnown);
    m_states->setVisible(standing.isKnown && !standing.moves.empty());
    m_states->setMoves(standing.moves, standing.lastDay);
    QStringList words;
    if (standing.r > 0)
        words << tr("RFM %1 %2 %3: %4.").arg(standing.r).arg(standing.f).arg(standing.m).arg(rfmTitle(standing.name)) + u' ' + rfmWords(standing.name, standing.isByVisits);
    if (standing.isRobot)
        words << tr("Looks like a robot: no person makes so many events in a minute or through the day.");
    m_scores->setText(words.join(u' '));
    m_scores->setToolTip(QStringLiteral("%1\n\n%2").arg(standing.cutWords, standing.stateWords).trimmed());
    m_scores->setVisible(!words.isEmpty());
}

void ProfileView::showClock()
{
    HeatContent content;
    content.title = tr("Events by weekday and hour");
    content.rowTitle = tr("Day");
    content.columnTitle = tr("Hour");
    content.isCount = true;
    double most = 1;
    for (int day = 1; day <= 7; ++day)
        content.rows << QLocale().dayName(day, QLocale::ShortFormat);
    for (int hour = 0; hour < 24; ++hour)
        content.columns << QString::number(hour);
    for (const auto &day : m_profile.clock)
        for (const qint64 count : day) {
            content.values.push_back(double(count));
            most = std::max(most, double(count));
        }
    content.extent = most;
    m_clockTitle->setText(tr("When this user comes"));
    const bool hasTimes = m_profile.activity.size() > 0;
    m_clockTitle->setVisible(hasTimes);
    m_clock->setVisible(hasTimes);
    m_clock->setContent(content);
}

void ProfileView::showSpend()
{
    const std::vector<double> &spend = m_profile.spend.values;
    const bool hasSpend = m_summary.hasAmounts && std::any_of(spend.begin(), spend.end(), [](double value) { return value != 0; }); // a line of noughts says nothing
    const QString step = m_profile.spend.axis.step == Step::Week ? tr("per week") : tr("per day");
    m_spendTitle->setText(m_profile.spendModel.isEmpty() ? tr("Spend %1").arg(step) : tr("Spend %1 and forecast (%2)").arg(step, m_profile.spendModel));
    m_spendTitle->setVisible(hasSpend);
    m_spend->setVisible(hasSpend);
    m_spend->setContent(spendChart(m_profile, m_summary.currency));
}

void ProfileView::showSessions()
{
    m_sessionsTitle->setText(tr("%n session(s) (Enter or double-click shows what comes next in it)", nullptr, int(m_profile.sessions.size())));
    m_sessions->setSessions(m_profile.sessions, m_summary);
}

void ProfileView::showFunnel()
{
    const FunnelPosition &funnel = m_profile.funnel;
    ZoneClock clock{QTimeZone(m_summary.timeZone.toLatin1())};
    m_funnelTitle->setText(funnel.hasClock ? tr("How far in the 30 days to %1").arg(dateText(clock.toWall(funnel.to))) : tr("How far of late"));
    m_funnel->setPosition(funnel);
    m_funnel->setVisible(funnel.reached >= 0);
    m_funnelWords->setText(funnel.sentence());
}

void ProfileView::showSimilar()
{
    const QList<SimilarUser> &similar = m_profile.standing.similar;
    m_similarTitle->setText(tr("Similar users (Enter or double-click goes there)"));
    m_similarTitle->setVisible(!similar.isEmpty());
    m_similar->setVisible(!similar.isEmpty());
    m_similar->setAccessibleName(tr("Similar users"));
    m_similar->setColumnCount(2);
    m_similar->setHorizontalHeaderLabels({tr("User"), tr("Why")});
    for (const int column : {0, 1})
        m_similar->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_similar->setSortingEnabled(false); // else rows would move away while they are filled
    m_similar->setRowCount(int(similar.size()));
    for (int row = 0; row < similar.size(); ++row) {
        auto *why = new SortedItem(similar[row].why);
        why->setToolTip(similar[row].why);
        m_similar->setItem(row, 0, new SortedItem(similar[row].key));
        m_similar->setItem(row, 1, why);
    }
    m_similar->setSortingEnabled(true);
    fitColumns(*m_similar, 1);
    fitToRows(*m_similar);
}

} // namespace foretrail
