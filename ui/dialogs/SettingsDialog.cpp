#include "ui/dialogs/SettingsDialog.h"

#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace foretrail {

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_schemeLabel(new QLabel(this)), m_scheme(new QComboBox(this)),
      m_languageLabel(new QLabel(this)), m_language(new QComboBox(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    m_scheme->setObjectName(QStringLiteral("settingsScheme"));
    m_language->setObjectName(QStringLiteral("settingsLanguage"));
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
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addRow(m_schemeLabel, m_scheme);
    layout->addRow(m_languageLabel, m_language);
    layout->addRow(nullptr, m_close);
    setMinimumWidth(360);
    showTexts();
    connect(m_scheme, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_settings.setScheme(Scheme(m_scheme->itemData(index).toInt())); });
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_settings.setLanguage(m_language->itemData(index).toString()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void SettingsDialog::open(Settings &settings, QWidget *parent)
{
    auto *dialog = parent->findChild<SettingsDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog || !dialog->isVisible()) { // a hidden one is about to be deleted
        dialog = new SettingsDialog(settings, parent);
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
    m_close->setText(tr("&Close"));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
