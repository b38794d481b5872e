#pragma once

#include "ui/report/ReportChoice.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace foretrail {

class PictureField;
class Settings;

/// Which series a report has, how much of each, and whose name and logo stand on it: those of the settings, which a change here changes
/// too. Remembers the last choice.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    /// What there is to choose from: `series` of them in all, the one on screen, and so many that a search leaves (0: nothing is
    /// searched for).
    struct Offer {
        qsizetype series = 0;
        QString shown;
        qsizetype listed = 0;
        QString model; ///< that forecasts them
    };
    ReportDialog(Settings &settings, const Offer &offer, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const foretrail::ReportChoice &choice);

protected:
    void accept() override;

private:
    void fill(const Offer &offer);
    ReportChoice choice() const;

    Settings &m_settings;
    QComboBox *m_which;
    QSpinBox *m_count;
    QComboBox *m_template;
    QComboBox *m_format;
    QLineEdit *m_company;
    PictureField *m_logo;
};

} // namespace foretrail
