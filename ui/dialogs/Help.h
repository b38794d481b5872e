#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace foretrail {

/// What each page does, the keyboard shortcuts, versions and licence.
class Help : public QDialog {
    Q_OBJECT
public:
    explicit Help(QWidget *parent = nullptr);
    /// Shows it without holding up the program, the one that is open already where there is one; deletes itself when
    /// closed.
    static void open(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSheet(const QString &name);
    void showTexts();

    QTabWidget *m_tabs;
    QList<QLabel *> m_sheets;
    QPushButton *m_close;
};

} // namespace foretrail
