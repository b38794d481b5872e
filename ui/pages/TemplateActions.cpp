#include "ui/pages/TemplateActions.h"

#include "ui/asking/FileDialogs.h"
#include "ui/dialogs/TemplatesDialog.h"
#include "ui/pages/ImportAssistant.h"

#include <QAction>
#include <QFileInfo>
#include <QWidget>

namespace foretrail {

TemplateActions::TemplateActions(AppSession &session, ImportAssistant &assistant, QWidget *page)
    : QObject(page), m_session(session), m_assistant(assistant), m_page(page), m_save(new QAction(this)), m_load(new QAction(this)),
      m_manage(new QAction(this))
{
    m_save->setObjectName(QStringLiteral("saveTemplate"));
    m_load->setObjectName(QStringLiteral("loadTemplate"));
    m_manage->setObjectName(QStringLiteral("manageTemplates"));
    connect(m_save, &QAction::triggered, this, &TemplateActions::save);
    connect(m_load, &QAction::triggered, this, &TemplateActions::load);
    connect(m_manage, &QAction::triggered, this, [this] { TemplatesDialog::open(m_session, m_page->window()); });
    retranslate();
    showState();
}

void TemplateActions::showState()
{
    const bool isChecking = m_assistant.state() == ImportAssistant::State::Checking;
    m_save->setEnabled(isChecking);
    m_load->setEnabled(isChecking);
}

void TemplateActions::retranslate()
{
    m_save->setText(tr("Save template as..."));
    m_save->setToolTip(tr("Writes the settings of this file as JSON; the command line takes it with --template"));
    m_load->setText(tr("Load template..."));
    m_manage->setText(tr("Templates..."));
}

void TemplateActions::save()
{
    const QString name = QFileInfo(m_assistant.file()).baseName() + QStringLiteral("-template.json");
    const QString path = FileDialogs::saveFile(m_page, tr("Save template"), name, tr("Templates (*.json)"));
    if (!path.isEmpty())
        m_session.save(tr("Saving a template"), path, [path, saved = ImportTemplates::Template{m_assistant.name(), m_assistant.preview().plan}] {
            return ImportTemplates::write(path, saved);
        });
}

void TemplateActions::load()
{
    const QString path = FileDialogs::openFile(m_page, tr("Load template"), m_session.settings().lastFolder(), tr("Templates (*.json)"));
    if (path.isEmpty())
        return;
    m_session.jobs().start<ImportTemplates::Template>({tr("Reading a template"), Lane::Read, false},
        [path](JobContext &) { return ImportTemplates::read(path); }, this, [this](Result<ImportTemplates::Template> saved) {
            if (!saved)
                return m_session.report(saved.error());
            take(*saved);
        });
}

void TemplateActions::take(const ImportTemplates::Template &saved)
{
    ImportPlan plan = m_assistant.preview().plan;
    if (const Result<void> applied = applyTemplate(plan, saved.plan); !applied)
        return m_session.report(applied.error());
    m_assistant.change(plan);
}

} // namespace foretrail
