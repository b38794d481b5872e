#pragma once

#include "ui/widgets/ImportSection.h"

namespace foretrail {

/// How numbers are written: decimal sign, sign between thousands, currency.
class NumbersSection : public ImportSection {
    Q_OBJECT
public:
    explicit NumbersSection(QWidget *parent = nullptr);
    void apply(ImportPlan &plan) const override;

protected:
    void fill(const ImportPreview &preview) override;
    void retranslate() override;
    QString summary() const override;

private:
    QLabel *m_decimalTitle;
    QComboBox *m_decimal;
    QLabel *m_groupTitle;
    QComboBox *m_group;
    QLabel *m_currencyTitle;
    QComboBox *m_currency;
};

} // namespace foretrail
