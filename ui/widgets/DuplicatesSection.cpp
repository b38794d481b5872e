#include "ui/widgets/DuplicatesSection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

namespace foretrail {

DuplicatesSection::DuplicatesSection(QWidget *parent)
    : ImportSection(QStringLiteral("duplicatesSection"), true, parent), m_ruleTitle(new QLabel(this)),
      m_rule(addCombo(m_ruleTitle, QStringLiteral("duplicateRule"))), m_keys(addNote(QStringLiteral("keyColumns"))),
      m_conflictTitle(new QLabel(this)), m_conflict(addCombo(m_conflictTitle, QStringLiteral("onConflict"))),
      m_products(addCheck(QStringLiteral("leaveOutNonProducts"))), m_editRule(new QPushButton(this))
{
    m_editRule->setObjectName(QStringLiteral("editProductRule"));
    m_editRule->setProperty("link", true);
    addLink(m_editRule);
    connect(m_editRule, &QPushButton::clicked, this, &DuplicatesSection::ruleClicked);
    finish();
}

void DuplicatesSection::fill(const ImportPreview &preview)
{
    m_plan = preview.plan;
    const bool isSeries = m_plan.kind == SourceKind::Series || m_plan.kind == SourceKind::Attributes;
    fillConflicts(isSeries);
    Combo::choose(m_rule, int(m_plan.duplicates), {});
    Combo::choose(m_conflict, int(m_plan.conflict), {});
    m_products->setChecked(m_plan.leavesOutNonProducts);
    showKeys(m_plan);
    setShown(!isSeries, {m_ruleTitle, m_rule});
    setShown(!isSeries && m_plan.columnOf(Role::Item) >= 0, {m_products, m_editRule});
}

void DuplicatesSection::showKeys(const ImportPlan &plan)
{
    QStringList keys;
    for (const ColumnPlan &column : plan.columns)
        if (column.isKey)
            keys << column.name;
    m_keys->setText(keys.isEmpty() ? tr("No key column yet: click the name of a column and take it into the key.")
                                   : tr("Key: %1. Click the name of a column to change it.").arg(keys.join(tr(", ", "between names"))));
    m_keys->setVisible(plan.duplicates == DuplicateRule::KeyColumns && plan.kind != SourceKind::Series && plan.kind != SourceKind::Attributes);
}

void DuplicatesSection::apply(ImportPlan &plan) const
{
    plan.duplicates = DuplicateRule(m_rule->currentData().toInt());
    plan.conflict = ConflictPolicy(m_conflict->currentData().toInt());
    plan.leavesOutNonProducts = m_products->isChecked();
}

QString DuplicatesSection::summary() const
{
    return m_rule->currentText();
}

void DuplicatesSection::fillConflicts(bool isSeries)
{
    m_conflictTitle->setText(isSeries ? tr("&Other value for a stored time") : tr("&Row that is stored already"));
    Combo::refill(m_conflict, {{isSeries ? tr("Keep the stored value") : tr("Leave it out"), int(ConflictPolicy::Skip)},
                               {isSeries ? tr("Take the new value") : tr("Take the new row in its place"), int(ConflictPolicy::Replace)},
                               {tr("Stop the import"), int(ConflictPolicy::Abort)}});
}

void DuplicatesSection::retranslate()
{
    setTitle(tr("Same rows"));
    m_ruleTitle->setText(tr("Rows are the sa&me when"));
    Combo::refill(m_rule, {{tr("every column is equal"), int(DuplicateRule::WholeRow)}, {tr("the key columns are equal"), int(DuplicateRule::KeyColumns)},
                           {tr("never: keep all"), int(DuplicateRule::None)}});
    fillConflicts(m_plan.kind == SourceKind::Series || m_plan.kind == SourceKind::Attributes);
    m_products->setText(tr("Leave out &non-products"));
    m_products->setToolTip(tr("Rows of postage, fees, samples and adjustments count as left out; else they are kept and flagged"));
    m_editRule->setText(tr("Which codes are no products"));
    showKeys(m_plan);
}

} // namespace foretrail
