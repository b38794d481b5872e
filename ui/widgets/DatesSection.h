#pragma once

#include "ui/widgets/ImportSection.h"

namespace foretrail {

/// How times are written: format, time zone of the clock, the time of the first column where columns have none.
class DatesSection : public ImportSection {
    Q_OBJECT
public:
    explicit DatesSection(QWidget *parent = nullptr);
    void apply(ImportPlan &plan) const override;
    void setTimeZones(const QStringList &zones);

protected:
    void fill(const ImportPreview &preview) override;
    void retranslate() override;
    QString summary() const override;

private:
    void fillFormats(const ImportPreview &preview);
    void onStart();

    QLabel *m_dateTitle;
    QComboBox *m_date;
    QLabel *m_zoneTitle;
    QComboBox *m_zone;
    QLabel *m_startTitle;
    QLineEdit *m_start;
    QLabel *m_startProblem;
    ImportPlan m_plan;
};

} // namespace foretrail
