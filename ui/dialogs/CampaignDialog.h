#pragma once

#include "ui/CampaignJobs.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace foretrail {

/// A form for a new campaign. What is wrong with it is said below, by whoever keeps it.
class CampaignDialog : public QDialog {
    Q_OBJECT
public:
    explicit CampaignDialog(QWidget *parent = nullptr);
    CampaignDraft draft() const;
    void setOffer(const CampaignOffer &offer);
    void showProblem(const QString &message);

Q_SIGNALS:
    void submitted(); ///< answered by showProblem(), or by closing it

private:
    void nameParts();
    void fill();
    void arrange();
    void showPolicy();
    void grow(); ///< until everything has room
    QString policy() const;

    QFormLayout *m_form;
    QLineEdit *m_name;
    QLineEdit *m_items;
    QSpinBox *m_budget;
    QSpinBox *m_perUser;
    QComboBox *m_audience;
    QComboBox *m_policy;
    QLabel *m_policyTip;
    QLineEdit *m_rules;
    QComboBox *m_model;
    QDoubleSpinBox *m_epsilon;
    QComboBox *m_reward;
    QSpinBox *m_window;
    QLabel *m_problem;
    QPushButton *m_add;
    QPushButton *m_cancel;
};

} // namespace foretrail
