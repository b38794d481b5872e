#include "ui/dialogs/CampaignDialog.h"

#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "ui/models/CampaignWords.h"
#include "ui/models/RecommendWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/NamesCompleter.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int mostShowings = 1'000'000'000, mostToUser = 1'000'000, mostHours = 8760;
constexpr int dialogWidth = 560;

} // namespace

CampaignDialog::CampaignDialog(QWidget *parent)
    : QDialog(parent), m_form(new QFormLayout), m_name(new QLineEdit), m_items(new QLineEdit), m_budget(new QSpinBox), m_perUser(new QSpinBox), m_audience(new QComboBox), m_policy(new QComboBox),
      m_policyTip(new QLabel), m_rules(new QLineEdit), m_model(new QComboBox), m_epsilon(new QDoubleSpinBox), m_reward(new QComboBox), m_window(new QSpinBox), m_problem(new QLabel),
      m_add(new QPushButton(tr("Add the campaign"))), m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("New campaign"));
    setMinimumWidth(dialogWidth);
    nameParts();
    fill();
    arrange();
    showPolicy();
    connect(m_policy, &QComboBox::currentIndexChanged, this, &CampaignDialog::showPolicy);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_problem->hide();
        m_add->setEnabled(false);
        Q_EMIT submitted();
    });
}

void CampaignDialog::nameParts()
{
    const std::pair<QWidget *, const char *> named[] = {{this, "campaignDialog"}, {m_name, "campaignName"}, {m_items, "campaignItems"}, {m_budget, "campaignBudget"},
        {m_perUser, "campaignPerUser"}, {m_audience, "campaignAudience"}, {m_policy, "campaignPolicy"}, {m_policyTip, "campaignPolicyTip"}, {m_rules, "campaignRules"},
        {m_model, "campaignModel"}, {m_epsilon, "campaignEpsilon"}, {m_reward, "campaignReward"}, {m_window, "campaignWindow"}, {m_problem, "campaignProblem"},
        {m_add, "campaignAdd"}, {m_cancel, "campaignCancel"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1String(name));
}

void CampaignDialog::fill()
{
    const Campaign usual;
    m_items->setPlaceholderText(tr("Keys or names, with commas between them"));
    m_budget->setRange(1, mostShowings);
    m_budget->setValue(int(usual.budget));
    m_budget->setGroupSeparatorShown(true);
    m_perUser->setRange(0, mostToUser);
    m_perUser->setValue(int(usual.perUser));
    m_perUser->setSpecialValueText(tr("no limit"));
    m_audience->addItem(tr("Everybody"), QString());
    for (const QString &name : policyNames()) {
        m_policy->addItem(CampaignWords::policyTitle(name), name);
        m_policy->setItemData(m_policy->count() - 1, CampaignWords::policyTip(name), Qt::ToolTipRole);
    }
    m_policy->setCurrentIndex(m_policy->findData(usual.policy.name));
    m_rules->setPlaceholderText(tr("tea:bought:drinks, mug:segment:rfm:loyal, jam"));
    m_rules->setToolTip(tr("Item, then bought or seen and a category, or segment and its key; an item alone holds for everybody. The first rule that holds counts."));
    for (const QString &name : quickRecommenders()) {
        m_model->addItem(name, name);
        m_model->setItemData(m_model->count() - 1, recommenderTitle(name), Qt::ToolTipRole);
    }
    m_epsilon->setRange(0, 1);
    m_epsilon->setDecimals(3);
    m_epsilon->setSingleStep(0.05);
    m_epsilon->setValue(usual.policy.epsilon);
    m_epsilon->setToolTip(tr("Share of showings that is drawn evenly over the items, so that other policies can be judged later. At 1 nothing else counts."));
    m_reward->addItem(tr("any event with the item"), int(AdReward::Click));
    m_reward->addItem(tr("a purchase of the item"), int(AdReward::Purchase));
    m_window->setRange(1, mostHours);
    m_window->setValue(int(usual.windowHours));
}

void CampaignDialog::arrange()
{
    m_policyTip->setWordWrap(true);
    m_policyTip->setProperty("quiet", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_add->setDefault(true);
    m_form->setSpacing(Theme::space);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Items"), m_items);
    m_form->addRow(tr("Budget, showings in all"), m_budget);
    m_form->addRow(tr("Most a user sees"), m_perUser);
    m_form->addRow(tr("Audience"), m_audience);
    m_form->addRow(tr("Decided by"), m_policy);
    m_form->addRow(QString(), m_policyTip);
    m_form->addRow(tr("Rules"), m_rules);
    m_form->addRow(tr("Model"), m_model);
    m_form->addRow(tr("Drawn evenly (epsilon)"), m_epsilon);
    m_form->addRow(tr("A reward is"), m_reward);
    m_form->addRow(tr("Within, hours"), m_window);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addLayout(buttons);
}

QString CampaignDialog::policy() const { return m_policy->currentData().toString(); }

void CampaignDialog::showPolicy()
{
    m_policyTip->setText(CampaignWords::policyTip(policy()));
    const bool isRules = policy() == u"rules", isScore = policy() == u"score";
    for (const auto &[field, isShown] : {std::pair<QWidget *, bool>(m_rules, isRules), std::pair<QWidget *, bool>(m_model, isScore), std::pair<QWidget *, bool>(m_epsilon, policy() != u"uniform")}) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    }
    grow();
}

void CampaignDialog::grow()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->heightForWidth(width())));
}

CampaignDraft CampaignDialog::draft() const
{
    CampaignDraft draft;
    draft.campaign.name = m_name->text().trimmed();
    draft.items = m_items->text();
    draft.campaign.budget = m_budget->value();
    draft.campaign.perUser = m_perUser->value();
    draft.campaign.audience = m_audience->currentData().toString();
    draft.campaign.policy.name = policy();
    if (policy() != u"uniform")
        draft.campaign.policy.epsilon = m_epsilon->value();
    if (policy() == u"rules")
        draft.rules = m_rules->text();
    if (policy() == u"score")
        draft.campaign.model = m_model->currentData().toString();
    draft.campaign.reward = AdReward(m_reward->currentData().toInt());
    draft.campaign.windowHours = m_window->value();
    return draft;
}

void CampaignDialog::setOffer(const CampaignOffer &offer)
{
    m_items->setCompleter(new NamesCompleter(offer.items, m_items));
    for (const SegmentChoice &segment : offer.segments)
        if (m_audience->findData(segment.key) < 0)
            m_audience->addItem(segmentTitle(segment), segment.key);
}

void CampaignDialog::showProblem(const QString &message)
{
    m_add->setEnabled(true);
    m_problem->setText(message);
    m_problem->setVisible(!message.isEmpty());
    m_add->setFocus();
    grow();
}

} // namespace foretrail
