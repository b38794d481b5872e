#include "ui/dialogs/SegmentRuleDialog.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/RuleRow.h"
#include "ui/widgets/TabOrder.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

SegmentRuleDialog::SegmentRuleDialog(const SegmentRule &rule, const QString &name, const Words &words, QWidget *parent)
    : QDialog(parent), m_words(words), m_join(new QComboBox(this)), m_rows(new QVBoxLayout), m_nestedText(new QLabel(this)), m_count(new QLabel(this)),
      m_name(new QLineEdit(name, this)), m_add(new QPushButton(tr("Add a condition"), this)), m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("segmentRuleDialog"));
    setWindowTitle(name.isEmpty() ? tr("New segment") : tr("Segment %1").arg(name));
    m_join->setObjectName(QStringLiteral("ruleJoin"));
    m_join->setAccessibleName(tr("Which conditions must hold"));
    m_join->addItem(tr("All of these hold"), int(SegmentRule::Join::All));
    m_join->addItem(tr("Any of these holds"), int(SegmentRule::Join::Any));
    m_count->setObjectName(QStringLiteral("ruleCount"));
    m_count->setWordWrap(true);
    m_nestedText->setObjectName(QStringLiteral("ruleNested"));
    m_nestedText->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("ruleSegmentName"));
    m_name->setPlaceholderText(tr("Name of the segment"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_add->setObjectName(QStringLiteral("addCondition"));
    m_save->setObjectName(QStringLiteral("saveRule"));
    m_save->setDefault(true);
    arrange();
    connect(m_join, &QComboBox::currentIndexChanged, this, &SegmentRuleDialog::ruleChanged);
    connect(m_add, &QPushButton::clicked, this, [this] {
        SegmentCondition orders;
        orders.what = QStringLiteral("orders");
        addRow(SegmentRule::one(orders));
        TabOrder::arrange(*this);
        Q_EMIT ruleChanged();
    });
    connect(m_name, &QLineEdit::textChanged, this, &SegmentRuleDialog::check);
    connect(m_save, &QPushButton::clicked, this, &SegmentRuleDialog::saveWanted);
    show(rule);
    check();
    resize(640, 440);
}

void SegmentRuleDialog::arrange()
{
    auto *rows = new QWidget;
    auto *inner = new QVBoxLayout(rows);
    inner->setContentsMargins(0, 0, Theme::space, 0);
    inner->addWidget(m_nestedText);
    inner->addLayout(m_rows);
    inner->addWidget(m_add, 0, Qt::AlignLeft);
    inner->addStretch(1);
    m_rows->setSpacing(Theme::space);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *close = new QPushButton(tr("Cancel"), this);
    close->setObjectName(QStringLiteral("cancelRule"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_name, 1);
    bottom->addWidget(m_save);
    bottom->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_join, 0, Qt::AlignLeft);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_count);
    layout->addLayout(bottom);
}

void SegmentRuleDialog::show(const SegmentRule &rule)
{
    const bool isList = rule.join == SegmentRule::Join::All || rule.join == SegmentRule::Join::Any;
    const QList<SegmentRule> parts = isList ? rule.parts : QList<SegmentRule>{rule};
    m_isNested = !std::all_of(parts.begin(), parts.end(), &RuleRow::canShow);
    m_nested = rule;
    m_nestedText->setVisible(m_isNested);
    m_nestedText->setText(tr("Stays as it is: %1").arg(rule.words()));
    m_join->setVisible(!m_isNested);
    m_add->setVisible(!m_isNested);
    if (m_isNested)
        return;
    m_join->setCurrentIndex(rule.join == SegmentRule::Join::Any ? 1 : 0);
    for (const SegmentRule &part : parts)
        addRow(part);
}

RuleRow *SegmentRuleDialog::addRow(const SegmentRule &rule)
{
    auto *row = new RuleRow(m_words.kinds, m_words.attributes);
    row->setRule(rule);
    m_rows->addWidget(row);
    m_all.append(row);
    connect(row, &RuleRow::changed, this, &SegmentRuleDialog::ruleChanged);
    connect(row, &RuleRow::removed, this, [this, row] {
        m_all.removeOne(row);
        row->deleteLater();
        Q_EMIT ruleChanged();
    });
    return row;
}

SegmentRule SegmentRuleDialog::rule() const
{
    if (m_isNested)
        return m_nested;
    SegmentRule rule;
    rule.join = SegmentRule::Join(m_join->currentData().toInt());
    for (const RuleRow *row : m_all)
        rule.parts.append(row->rule());
    return rule;
}

QString SegmentRuleDialog::name() const { return m_name->text().trimmed(); }

void SegmentRuleDialog::setCount(const QString &text) { m_count->setText(text); }

void SegmentRuleDialog::check() { m_save->setEnabled(!name().isEmpty()); }

} // namespace foretrail
