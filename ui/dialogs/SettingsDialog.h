#pragma once

#include "core/jobs/JobRunner.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace foretrail {

class AppSession;
class PictureField;

/// Theme and language of the program, whose name and logo stand on reports, how small a group of users may be handed on, and whether the open
/// workspace hides its users. Each choice takes effect at once and is kept; there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(AppSession &session, QWidget *parent = nullptr);
    /// Shows it without holding up the program, the one that is open already where there is one; deletes itself when
    /// closed.
    static void open(AppSession &session, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void readWorkspace();
    void hideUsers(bool areHidden);
    void showHidden(bool areHidden); ///< without asking for it

    AppSession &m_session;
    LatestJob m_reading;
    QLabel *m_schemeLabel;
    QComboBox *m_scheme;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_companyLabel;
    QLineEdit *m_company;
    QLabel *m_logoLabel;
    PictureField *m_logo;
    QCheckBox *m_hidesUsers;
    QLabel *m_hiddenHelp;
    QLabel *m_groupLabel;
    QSpinBox *m_group;
    QLabel *m_groupNote;
    QPushButton *m_close;
};

} // namespace foretrail
