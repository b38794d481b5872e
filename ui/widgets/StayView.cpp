#include "ui/widgets/StayView.h"

#include "ui/charts/LineChart.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/HeadlineNumber.h"
#include "ui/widgets/ProfileCharts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr std::array aheadDays{30, 91, 182, 365};

QString aheadNumber(double value) { return QLocale().toString(value, 'f', value < 100 ? 2 : 0); }

QWidget *labelled(QLabel *label, QComboBox *combo)
{
    auto *pair = new QWidget;
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(combo);
    row->addWidget(label);
    row->addWidget(combo);
    return pair;
}

} // namespace

StayView::StayView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_modelLabel(new QLabel), m_model(new QComboBox), m_aheadLabel(new QLabel), m_ahead(new QComboBox),
      m_choices(new QWidget), m_numbers(new QWidget), m_sentence(new QLabel), m_definition(new QLabel), m_chart(new LineChart)
{
    setObjectName(QStringLiteral("stayView"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true); // a long title must not widen the page
    m_model->setObjectName(QStringLiteral("buyerModel"));
    m_ahead->setObjectName(QStringLiteral("buyerHorizon"));
    auto *choices = new FlowLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(Theme::space);
    choices->addWidget(labelled(m_modelLabel, m_model));
    choices->addWidget(labelled(m_aheadLabel, m_ahead));
    auto *numbers = new FlowLayout(m_numbers);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(3 * Theme::space);
    static const char *const names[] = {"active", "purchasesAhead", "silence", "valueAhead"};
    for (size_t i = 0; i < m_headlines.size(); ++i) {
        m_headlines[i] = new HeadlineNumber(QString::fromLatin1(names[i]) + QStringLiteral("Headline"));
        numbers->addWidget(m_headlines[i]);
    }
    m_sentence->setObjectName(QStringLiteral("profileOutlook"));
    m_definition->setObjectName(QStringLiteral("outlookDefinition"));
    m_definition->setProperty("quiet", true);
    m_chart->setObjectName(QStringLiteral("stayChart"));
    m_chart->setMinimumHeight(180);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(Theme::space);
    for (QWidget *part : {static_cast<QWidget *>(m_title), m_choices, m_numbers})
        layout->addWidget(part);
    for (QLabel *label : {m_sentence, m_definition}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addWidget(m_chart, 1);
    const auto choose = [this] { Q_EMIT choiceMade(m_model->currentData().toString(), m_ahead->currentData().toInt()); };
    connect(m_model, &QComboBox::activated, this, choose);
    connect(m_ahead, &QComboBox::activated, this, choose);
    connect(m_chart, &LineChart::exportRequested, this, &StayView::exportRequested);
    showTexts();
}

void StayView::setProfile(const UserProfile &profile)
{
    m_profile = profile;
    showTexts();
}

void StayView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

void StayView::fillChoices()
{
    const UserOutlook &outlook = m_profile.outlook;
    const QSignalBlocker quiet[]{QSignalBlocker(m_model), QSignalBlocker(m_ahead)};
    m_model->clear();
    for (const QString &name : buyerModelNames()) {
        m_model->addItem(buyerModelTitle(name), name);
        m_model->setItemData(m_model->count() - 1, buyerModelWords(name), Qt::ToolTipRole);
    }
    m_model->setCurrentIndex(std::max(0, m_model->findData(outlook.model)));
    m_ahead->clear();
    std::vector<int> days(aheadDays.begin(), aheadDays.end());
    if (const auto own = int(outlook.horizonDays); own > 0 && std::ranges::find(days, own) == days.end())
        days.push_back(own);
    for (const int count : days)
        m_ahead->addItem(tr("%n day(s)", nullptr, count), count);
    m_ahead->setCurrentIndex(m_ahead->findData(int(outlook.horizonDays)));
}

void StayView::showNumbers()
{
    const CustomerOutlook &now = m_profile.outlook.now;
    const auto days = int(m_profile.outlook.horizonDays);
    const auto range = [](const Estimate &estimate, QString (*text)(double), const QString &unit) {
        return estimate.hasInterval() ? tr("%1 to %2").arg(text(estimate.low), text(estimate.high)) + unit : QString();
    };
    const QString none = tr("not enough evidence"), dash = QStringLiteral("–"), percent = QStringLiteral(" %");
    m_headlines[0]->setTexts(tr("P(active)"), now.active.isKnown() ? chanceText(now.active.value) + percent : dash,
                             now.active.isKnown() ? range(now.active, chanceText, percent) : none);
    m_headlines[1]->setTexts(tr("Purchases in %n day(s)", nullptr, days), aheadNumber(now.purchases.value), range(now.purchases, aheadNumber, {}));
    m_headlines[2]->setTexts(tr("No purchase in %n day(s)", nullptr, days), chanceText(now.silence.value) + percent, range(now.silence, chanceText, percent));
    const QString currency = m_profile.outlook.currency.isEmpty() ? QString() : u' ' + m_profile.outlook.currency;
    m_headlines[3]->setTexts(tr("Value in %n day(s)", nullptr, days), now.value.isKnown() ? aheadNumber(now.value.value) + currency : dash,
                             now.value.isKnown() ? range(now.value, aheadNumber, {}) : none);
}

void StayView::showTexts()
{
    const UserOutlook &outlook = m_profile.outlook;
    m_title->setText(tr("Whether this user stays, and what they are worth"));
    m_modelLabel->setText(tr("Model of buyers"));
    m_aheadLabel->setText(tr("Ahead"));
    fillChoices();
    showNumbers();
    m_sentence->setText(outlook.sentence);
    m_definition->setText(outlook.definition);
    m_chart->setContent(stayChart(m_profile));
    for (QWidget *part : {m_choices, m_numbers, static_cast<QWidget *>(m_definition)})
        part->setVisible(!outlook.isEmpty());
    m_chart->setVisible(std::any_of(outlook.curve.values.begin(), outlook.curve.values.end(), [](double active) { return !std::isnan(active); }));
    setVisible(!outlook.sentence.isEmpty());
}

} // namespace foretrail
