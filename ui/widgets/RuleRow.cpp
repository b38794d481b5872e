#include "ui/widgets/RuleRow.h"

#include "core/behaviour/segments/LifecycleState.h"
#include "core/behaviour/segments/Rfm.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <cmath>

namespace foretrail {

namespace {

void selectData(QComboBox *box, const QString &data)
{
    if (const int at = box->findData(data); at >= 0)
        box->setCurrentIndex(at);
    else if (box->isEditable())
        box->setEditText(data);
}

QString chosenText(const QComboBox *box) { return box->isEditable() ? box->currentText() : box->currentData().toString(); }

/// Whether a condition is about whole numbers.
bool isCounted(const QString &what)
{
    static const QStringList fractional{QStringLiteral("value"), QStringLiteral("basket"), QStringLiteral("gap")};
    return !fractional.contains(what);
}

} // namespace

RuleRow::RuleRow(const QStringList &kinds, const QStringList &attributes, QWidget *parent)
    : QWidget(parent), m_kinds(kinds), m_attributes(attributes), m_not(new QCheckBox(tr("not"), this)), m_what(new QComboBox(this)),
      m_name(new QComboBox(this)), m_did(new QComboBox(this)), m_is(new QComboBox(this)), m_text(new QComboBox(this)),
      m_value(new QDoubleSpinBox(this)), m_remove(new QToolButton(this))
{
    m_not->setObjectName(QStringLiteral("ruleNot"));
    m_what->setObjectName(QStringLiteral("ruleWhat"));
    m_name->setObjectName(QStringLiteral("ruleName"));
    m_did->setObjectName(QStringLiteral("ruleDid"));
    m_is->setObjectName(QStringLiteral("ruleIs"));
    m_text->setObjectName(QStringLiteral("ruleText"));
    m_value->setObjectName(QStringLiteral("ruleValue"));
    m_remove->setObjectName(QStringLiteral("ruleRemove"));
    m_what->setAccessibleName(tr("What"));
    m_name->setAccessibleName(tr("Which"));
    m_did->setAccessibleName(tr("What was done"));
    m_is->setAccessibleName(tr("How it compares"));
    m_text->setAccessibleName(tr("Value"));
    m_value->setAccessibleName(tr("Number"));
    m_name->setEditable(true);
    m_name->setMinimumWidth(110);
    m_value->setRange(-1e12, 1e12);
    m_value->setDecimals(2);
    m_remove->setIcon(Theme::icon(QStringLiteral("remove")));
    m_remove->setToolTip(tr("Remove this condition"));
    m_remove->setAccessibleName(m_remove->toolTip());
    fillWhat();
    auto *fields = new FlowLayout;
    fields->setSpacing(Theme::space);
    for (QWidget *field : {static_cast<QWidget *>(m_not), static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_did),
                           static_cast<QWidget *>(m_is), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_value)})
        fields->addWidget(field);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(fields, 1);
    layout->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_not, &QCheckBox::toggled, this, &RuleRow::changed);
    connect(m_what, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    for (QComboBox *box : {m_name, m_did, m_is, m_text})
        connect(box, &QComboBox::currentTextChanged, this, &RuleRow::changed);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &RuleRow::changed);
    connect(m_remove, &QToolButton::clicked, this, &RuleRow::removed);
    showFields();
}

void RuleRow::fillWhat()
{
    for (const QString &what : conditionNames())
        if (conditionKind(what) != ConditionKind::Cluster)
            m_what->addItem(conditionTitle(what), what);
    m_did->addItem(tr("any event"), QString());
    for (const auto &[word, title] : {std::pair{"purchase", tr("bought")}, {"view", tr("viewed")}, {"cart", tr("put into the cart")},
                                      {"favourite", tr("marked as favourite")}, {"return", tr("sent back")}})
        m_did->addItem(title, QString::fromLatin1(word));
}

void RuleRow::showFields()
{
    const QString what = m_what->currentData().toString();
    const ConditionKind kind = conditionKind(what);
    const bool isCount = kind == ConditionKind::Count, isNumber = kind == ConditionKind::Number, isAttribute = kind == ConditionKind::Attribute;
    m_name->setVisible(isCount || isAttribute);
    m_did->setVisible(isCount && what != QStringLiteral("kind"));
    m_value->setVisible(isNumber || isCount);
    m_value->setDecimals(isCount || isCounted(what) ? 0 : 2);
    m_text->setVisible(kind == ConditionKind::State || kind == ConditionKind::Rfm || isAttribute);
    m_is->setVisible(kind != ConditionKind::Flag && kind != ConditionKind::Cluster);
    const QSignalBlocker quietName(m_name), quietText(m_text), quietIs(m_is);
    const QString sign = m_is->currentText();
    m_is->clear();
    m_is->addItems(isNumber || isCount ? QStringList{QStringLiteral(">="), QStringLiteral("<="), QStringLiteral(">"), QStringLiteral("<"), QStringLiteral("="), QStringLiteral("!=")}
                                       : QStringList{QStringLiteral("="), QStringLiteral("!=")});
    m_is->setCurrentIndex(std::max(0, m_is->findText(sign)));
    m_name->clear();
    m_name->addItems(isAttribute ? m_attributes : what == QStringLiteral("kind") ? m_kinds : QStringList());
    m_name->lineEdit()->setPlaceholderText(isAttribute ? tr("attribute") : tr("key"));
    m_text->clear();
    m_text->setEditable(isAttribute);
    for (int state = 1; kind == ConditionKind::State && state <= lifecycleStates; ++state)
        m_text->addItem(stateTitle(LifecycleState(state)), stateKey(LifecycleState(state)));
    if (kind == ConditionKind::State)
        m_text->addItem(stateTitle(LifecycleState::None), stateKey(LifecycleState::None));
    for (int name = 1; kind == ConditionKind::Rfm && name <= rfmNames; ++name)
        m_text->addItem(rfmTitle(RfmName(name)), rfmKey(RfmName(name)));
}

bool RuleRow::canShow(const SegmentRule &rule)
{
    if (rule.join == SegmentRule::Join::Not)
        return rule.parts.size() == 1 && rule.parts.front().join == SegmentRule::Join::One && canShow(rule.parts.front());
    return rule.join == SegmentRule::Join::One && conditionKind(rule.condition.what) != ConditionKind::Cluster;
}

void RuleRow::setRule(const SegmentRule &rule)
{
    const QSignalBlocker quiet(this);
    m_not->setChecked(rule.join == SegmentRule::Join::Not);
    const SegmentCondition &condition = rule.join == SegmentRule::Join::Not ? rule.parts.front().condition : rule.condition;
    selectData(m_what, condition.what);
    showFields();
    m_is->setCurrentIndex(std::max(0, m_is->findText(condition.is)));
    m_name->setEditText(conditionKind(condition.what) == ConditionKind::Attribute ? condition.name : condition.text);
    selectData(m_did, condition.did);
    selectData(m_text, condition.text);
    if (condition.value != std::round(condition.value)) // as somebody wrote it
        m_value->setDecimals(2);
    m_value->setValue(condition.value);
}

SegmentCondition RuleRow::condition() const
{
    SegmentCondition condition;
    condition.what = m_what->currentData().toString();
    condition.is = m_is->currentText();
    condition.value = m_value->value();
    switch (conditionKind(condition.what)) {
    case ConditionKind::Attribute:
        condition.name = m_name->currentText();
        condition.text = chosenText(m_text);
        break;
    case ConditionKind::Count:
        condition.text = m_name->currentText();
        condition.did = condition.what == QStringLiteral("kind") ? QString() : m_did->currentData().toString();
        break;
    case ConditionKind::State:
    case ConditionKind::Rfm: condition.text = chosenText(m_text); break;
    case ConditionKind::Flag: condition.is = QStringLiteral("="); break;
    case ConditionKind::Number:
    case ConditionKind::Cluster: break;
    }
    return condition;
}

SegmentRule RuleRow::rule() const
{
    const SegmentRule one = SegmentRule::one(condition());
    return m_not->isChecked() ? SegmentRule{SegmentRule::Join::Not, {}, {one}} : one;
}

} // namespace foretrail
