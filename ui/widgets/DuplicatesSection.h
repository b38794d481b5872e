#pragma once

#include "ui/widgets/ImportSection.h"

class QPushButton;

namespace foretrail {

/// What happens to rows that are there already, and to rows that are no products.
class DuplicatesSection : public ImportSection {
    Q_OBJECT
public:
    explicit DuplicatesSection(QWidget *parent = nullptr);
    void apply(ImportPlan &plan) const override;

Q_SIGNALS:
    void ruleClicked(); ///< the rule of non-products is to be looked at

protected:
    void fill(const ImportPreview &preview) override;
    void retranslate() override;
    QString summary() const override;

private:
    void showKeys(const ImportPlan &plan);
    void fillConflicts(bool isSeries);

    QLabel *m_ruleTitle;
    QComboBox *m_rule;
    QLabel *m_keys;
    QLabel *m_conflictTitle;
    QComboBox *m_conflict;
    QCheckBox *m_products;
    QPushButton *m_editRule;
    ImportPlan m_plan;
};

} // namespace foretrail
