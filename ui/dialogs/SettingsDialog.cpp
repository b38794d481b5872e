#include "ui/dialogs/SettingsDialog.h"

#include "core/data/UserNames.h"
#include "ui/AppSession.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PictureField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace foretrail {

SettingsDialog::SettingsDialog(AppSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_reading(session.jobs()), m_schemeLabel(new QLabel(this)), m_scheme(new QComboBox(this)),
      m_languageLabel(new QLabel(this)), m_language(new QComboBox(this)), m_companyLabel(new QLabel(this)), m_company(new QLineEdit(this)),
      m_logoLabel(new QLabel(this)), m_logo(new PictureField(QStringLiteral("settingsLogo"), QStringLiteral("settingsChooseLogo"), this)), m_hidesUsers(new QCheckBox(this)),
      m_hiddenHelp(new QLabel(this)), m_groupLabel(new QLabel(this)), m_group(new QSpinBox(this)), m_groupNote(new QLabel(this)), m_close(new QPushButton(this))
{
    Settings &settings = session.settings();
    setObjectName(QStringLiteral("settingsDialog"));
    m_scheme->setObjectName(QStringLiteral("settingsScheme"));
    m_language->setObjectName(QStringLiteral("settingsLanguage"));
    m_company->setObjectName(QStringLiteral("settingsCompany"));
    m_company->setText(settings.company());
    m_logo->setPath(settings.logo());
    m_logo->setFolder(settings.lastFolder());
    m_hidesUsers->setObjectName(QStringLiteral("settingsHideUsers"));
    m_hiddenHelp->setProperty("quiet", true);
    m_hiddenHelp->setWordWrap(true);
    m_group->setObjectName(QStringLiteral("settingsGroup"));
    m_group->setRange(0, 1'000'000);
    m_group->setValue(settings.smallestGroup());
    m_groupNote->setWordWrap(true);
    m_groupNote->setProperty("quiet", true);
    m_close->setObjectName(QStringLiteral("settingsClose"));
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark})
        m_scheme->addItem({}, int(scheme));
    // Names of languages stand in their own language, so that a person finds back.
    m_language->addItem({}, QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QString::fromUtf8("简体中文"), QStringLiteral("zh_CN"));
    m_scheme->setCurrentIndex(m_scheme->findData(int(settings.scheme())));
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language())));
    m_schemeLabel->setBuddy(m_scheme);
    m_languageLabel->setBuddy(m_language);
    m_companyLabel->setBuddy(m_company);
    m_logoLabel->setBuddy(m_logo);
    m_groupLabel->setBuddy(m_group);
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addRow(m_schemeLabel, m_scheme);
    layout->addRow(m_languageLabel, m_language);
    layout->addRow(m_companyLabel, m_company);
    layout->addRow(m_logoLabel, m_logo);
    layout->addRow(m_hidesUsers);
    layout->addRow(m_hiddenHelp);
    layout->addRow(m_groupLabel, m_group);
    layout->addRow(m_groupNote);
    layout->addRow(nullptr, m_close);
    setMinimumWidth(420);
    showTexts();
    connect(m_scheme, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_session.settings().setScheme(Scheme(m_scheme->itemData(index).toInt())); });
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_session.settings().setLanguage(m_language->itemData(index).toString()); });
    connect(m_company, &QLineEdit::textEdited, this, [this](const QString &name) { m_session.settings().setCompany(name.trimmed()); });
    connect(m_logo, &PictureField::pathChosen, this, [this](const QString &path) { m_session.settings().setLogo(path); });
    connect(m_hidesUsers, &QCheckBox::toggled, this, &SettingsDialog::hideUsers);
    connect(&session, &AppSession::workspaceChanged, this, &SettingsDialog::readWorkspace);
    connect(m_group, &QSpinBox::valueChanged, this, [this](int users) { m_session.settings().setSmallestGroup(users); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    readWorkspace();
}

void SettingsDialog::readWorkspace()
{
    const bool hasUsers = m_session.hasWorkspace() && m_session.summary().users > 0;
    m_hidesUsers->setVisible(hasUsers);
    m_hiddenHelp->setVisible(hasUsers);
    m_hidesUsers->setEnabled(false);
    if (!hasUsers)
        return;
    m_session.runLatestOnWorkspace<bool>(m_reading, {tr("Reading the settings of the workspace"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return hidesUsers(workspace); }, this, [this](const Result<bool> &areHidden) {
            if (!areHidden)
                return m_session.report(areHidden.error(), tr("Settings"));
            showHidden(*areHidden);
            m_hidesUsers->setEnabled(!m_session.isReadOnly());
        });
}

void SettingsDialog::showHidden(bool areHidden)
{
    const QSignalBlocker blocker(m_hidesUsers);
    m_hidesUsers->setChecked(areHidden);
}

void SettingsDialog::hideUsers(bool areHidden)
{
    m_hidesUsers->setEnabled(false);
    m_session.runLatestOnWorkspace<bool>(m_reading, {tr("Keeping the settings of the workspace"), Lane::Write, false},
        [areHidden](Workspace &workspace, JobContext &) -> Result<bool> {
            if (const Result<void> set = setUsersHidden(workspace, areHidden); !set)
                return fail(set.error());
            return areHidden;
        }, this, [this, areHidden](const Result<bool> &done) {
            m_hidesUsers->setEnabled(true);
            if (done)
                return m_session.reloadData(true);
            showHidden(!areHidden);
            m_session.report(done.error(), tr("Settings"));
        });
}

void SettingsDialog::open(AppSession &session, QWidget *parent)
{
    auto *dialog = parent->findChild<SettingsDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog || !dialog->isVisible()) { // a hidden one is about to be deleted
        dialog = new SettingsDialog(session, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->activateWindow();
}

void SettingsDialog::showTexts()
{
    setWindowTitle(tr("Settings"));
    m_schemeLabel->setText(tr("&Theme"));
    m_languageLabel->setText(tr("&Language"));
    m_scheme->setItemText(0, tr("As the system"));
    m_scheme->setItemText(1, tr("Light"));
    m_scheme->setItemText(2, tr("Dark"));
    m_language->setItemText(0, tr("As the system"));
    m_companyLabel->setText(tr("&Company on reports"));
    m_logoLabel->setText(tr("L&ogo on reports"));
    m_logo->showTexts();
    m_hidesUsers->setText(tr("&Hide the ids of users in this workspace"));
    m_hiddenHelp->setText(tr("Lists, profiles and exports call them u-7kq2m9xa and the like; only this workspace leads back to them."));
    m_groupLabel->setText(tr("&Smallest group in exports"));
    m_group->setSpecialValueText(tr("any size"));
    m_groupNote->setText(tr("Lists and tables of users that are exported withhold smaller groups. What is on screen shows everybody."));
    m_close->setText(tr("&Close"));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
