#pragma once

#include "ui/widgets/ImportSection.h"

namespace foretrail {

class KindMeanings;

/// What the rows are: kind of source, layout and step of series, what the words of the kind column mean.
class RowsSection : public ImportSection {
    Q_OBJECT
public:
    explicit RowsSection(QWidget *parent = nullptr);
    void apply(ImportPlan &plan) const override;

protected:
    void fill(const ImportPreview &preview) override;
    void retranslate() override;
    QString summary() const override;

private:
    QLabel *m_kindTitle;
    QComboBox *m_kind;
    QLabel *m_layoutTitle;
    QComboBox *m_layout;
    QLabel *m_stepTitle;
    QComboBox *m_step;
    QLabel *m_meaningsTitle;
    KindMeanings *m_meanings;
};

} // namespace foretrail
