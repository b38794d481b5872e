#pragma once

#include "ui/settings/Settings.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace foretrail {

/// Theme and language. Each choice takes effect at once and is kept; there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);
    /// Shows it without holding up the program, the one that is open already where there is one; deletes itself when
    /// closed.
    static void open(Settings &settings, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();

    Settings &m_settings;
    QLabel *m_schemeLabel;
    QComboBox *m_scheme;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QPushButton *m_close;
};

} // namespace foretrail
