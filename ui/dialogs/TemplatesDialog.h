#pragma once

#include "ui/AppSession.h"
#include "ui/models/StoredTemplates.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace foretrail {

/// The kept settings of imports: which files they come from and when, and a button that deletes one.
class TemplatesDialog : public QDialog {
    Q_OBJECT
public:
    TemplatesDialog(AppSession &session, QWidget *parent);
    /// Shows it without holding up the program; deletes itself when closed.
    static void open(AppSession &session, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void take(QList<StoredTemplate> templates);
    void removeCurrent();
    void remove(const QString &path);
    void retranslate();

    AppSession &m_session;
    LatestJob m_reading;
    QLabel *m_text;
    QListWidget *m_list;
    QPushButton *m_delete;
    QPushButton *m_close;
    QList<StoredTemplate> m_templates;
};

} // namespace foretrail
