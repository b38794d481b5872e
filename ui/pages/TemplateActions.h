#pragma once

#include "core/data/ImportTemplates.h"
#include "ui/AppSession.h"

class QAction;

namespace foretrail {

class ImportAssistant;

/// Settings of an import as files: save those of the file that is looked at, put others over it, look at what is kept.
/// GUI thread only.
class TemplateActions : public QObject {
    Q_OBJECT
public:
    TemplateActions(AppSession &session, ImportAssistant &assistant, QWidget *page);
    QList<QAction *> actions() const { return {m_save, m_load, m_manage}; }
    void showState();
    void retranslate();

private:
    void save();
    void load();
    void take(const ImportTemplates::Template &saved);

    AppSession &m_session;
    ImportAssistant &m_assistant;
    QWidget *m_page;
    QAction *m_save;
    QAction *m_load;
    QAction *m_manage;
};

} // namespace foretrail
