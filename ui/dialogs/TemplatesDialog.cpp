#include "ui/dialogs/TemplatesDialog.h"

#include "ui/asking/Confirm.h"
#include "ui/models/ImportWords.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace foretrail {

TemplatesDialog::TemplatesDialog(AppSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_reading(session.jobs()), m_text(new QLabel(this)), m_list(new QListWidget(this)),
      m_delete(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("templatesDialog"));
    m_list->setObjectName(QStringLiteral("templatesList"));
    m_delete->setObjectName(QStringLiteral("deleteTemplate"));
    m_close->setObjectName(QStringLiteral("closeTemplates"));
    m_text->setWordWrap(true);
    m_text->setProperty("quiet", true);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_delete);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    resize(520, 360);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_delete->setEnabled(row >= 0); });
    connect(m_delete, &QPushButton::clicked, this, &TemplatesDialog::removeCurrent);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    read();
}

void TemplatesDialog::read()
{
    m_reading.start<QList<StoredTemplate>>({tr("Reading templates"), Lane::Read, false},
        [folder = m_session.settings().templatesFolder()](JobContext &) -> Result<QList<StoredTemplate>> { return StoredTemplates::list(folder); },
        this, [this](Result<QList<StoredTemplate>> templates) {
            if (templates)
                take(std::move(*templates));
        });
}

void TemplatesDialog::take(QList<StoredTemplate> templates)
{
    m_templates = std::move(templates);
    m_list->clear();
    const QLocale locale;
    for (const StoredTemplate &one : std::as_const(m_templates)) {
        auto *item = new QListWidgetItem(tr("%1 (%2, %3 columns), %4", "file, kind, columns, date")
                                             .arg(one.name, ImportWords::kindText(one.plan.kind), locale.toString(one.plan.columns.size()),
                                                  locale.toString(one.saved, QLocale::ShortFormat)), m_list);
        item->setToolTip(one.path);
    }
    m_list->setCurrentRow(m_templates.isEmpty() ? -1 : 0);
    m_delete->setEnabled(!m_templates.isEmpty());
    retranslate();
}

void TemplatesDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const StoredTemplate &one = m_templates.at(row);
    Confirm::ask(this, {tr("Delete a template"), tr("Delete the settings of %1? The next file with the same columns is guessed anew.").arg(one.name), tr("Delete")},
                 [this, path = one.path] { remove(path); });
}

void TemplatesDialog::remove(const QString &path)
{
    m_reading.start<bool>({tr("Deleting a template"), Lane::Read, false},
        [path](JobContext &) { return StoredTemplates::remove(path).map([] { return true; }); }, this,
        [this](Result<bool> done) {
            if (!done)
                m_session.report(done.error());
            read();
        });
}

void TemplatesDialog::retranslate()
{
    setWindowTitle(tr("Templates of imports"));
    m_text->setText(m_templates.isEmpty() ? tr("No settings are kept yet. After an import its settings are kept here, and the next file with the "
                                               "same columns is read the same way.")
                                          : tr("The next file with the same columns is read as the last one was. Delete a template to have "
                                               "its files guessed anew."));
    m_list->setAccessibleName(tr("Templates"));
    m_delete->setText(tr("&Delete"));
    m_close->setText(tr("&Close"));
}

void TemplatesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        take(m_templates);
}

void TemplatesDialog::open(AppSession &session, QWidget *parent)
{
    auto *dialog = new TemplatesDialog(session, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

} // namespace foretrail
