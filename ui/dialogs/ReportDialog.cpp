#include "ui/dialogs/ReportDialog.h"

#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PictureField.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

/// For a row of several controls, of which the first is called by the letter.
QLabel *labelOf(const QString &text, QWidget *control)
{
    auto *label = new QLabel(text);
    label->setBuddy(control);
    return label;
}

} // namespace

ReportDialog::ReportDialog(Settings &settings, const Offer &offer, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_which(new QComboBox), m_count(new QSpinBox), m_template(new QComboBox), m_format(new QComboBox),
      m_company(new QLineEdit), m_logo(new PictureField(QStringLiteral("reportLogo"), QStringLiteral("reportChooseLogo")))
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Report"));
    m_which->setObjectName(QStringLiteral("reportWhich"));
    m_count->setObjectName(QStringLiteral("reportCount"));
    m_count->setAccessibleName(tr("How many"));
    m_template->setObjectName(QStringLiteral("reportTemplate"));
    m_format->setObjectName(QStringLiteral("reportFormat"));
    m_company->setObjectName(QStringLiteral("reportCompany"));
    auto *series = new QHBoxLayout;
    series->addWidget(m_which, 1);
    series->addWidget(m_count);
    m_logo->setFolder(settings.lastFolder());
    auto *words = new QLabel(tr("The first page says what rises, what falls, what needs a look and how good the forecasts were. All are forecast with %1.").arg(offer.model));
    words->setObjectName(QStringLiteral("reportWords"));
    words->setWordWrap(true);
    words->setProperty("quiet", true);
    auto *form = new QFormLayout;
    form->addRow(labelOf(tr("&Series"), m_which), series);
    form->addRow(tr("&Pages"), m_template);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Company"), m_company);
    form->addRow(tr("&Logo"), m_logo);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *go = buttons->addButton(tr("&Make the report…"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("reportGo"));
    go->setDefault(true);
    QPushButton *stay = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    stay->setObjectName(QStringLiteral("reportCancel"));
    stay->setIcon({});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(480);
    fill(offer);
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] { m_count->setVisible(choice().which == ReportChoice::Which::Largest); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ReportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ReportDialog::reject);
}

void ReportDialog::fill(const Offer &offer)
{
    const ReportChoice before = ReportChoice::fromJson(QJsonDocument::fromJson(m_settings.reportChoice()).object());
    m_which->addItem(tr("The largest"), int(ReportChoice::Which::Largest));
    m_which->addItem(tr("The one on screen: %1").arg(offer.shown), int(ReportChoice::Which::Shown));
    if (offer.listed > 0)
        m_which->addItem(tr("The %n found", nullptr, int(offer.listed)), int(ReportChoice::Which::Listed));
    m_which->setCurrentIndex(std::max(0, m_which->findData(int(before.which))));
    m_count->setRange(1, int(std::clamp<qsizetype>(offer.series, 1, 1000)));
    m_count->setValue(before.count);
    m_count->setVisible(choice().which == ReportChoice::Which::Largest);
    m_template->addItem(tr("First page and a page for each series"), int(ReportTemplate::Full));
    m_template->addItem(tr("First page and small charts"), int(ReportTemplate::Brief));
    m_template->setCurrentIndex(m_template->findData(int(before.layout)));
    m_format->addItem(tr("PDF"), QStringLiteral("pdf"));
    m_format->addItem(tr("HTML, one file"), QStringLiteral("html"));
    m_format->setCurrentIndex(m_format->findData(before.format));
    m_company->setText(m_settings.company());
    m_logo->setPath(m_settings.logo());
}

ReportChoice ReportDialog::choice() const
{
    ReportChoice choice;
    choice.which = ReportChoice::Which(m_which->currentData().toInt());
    choice.count = m_count->value();
    choice.layout = ReportTemplate(m_template->currentData().toInt());
    choice.format = m_format->currentData().toString();
    choice.company = m_company->text().trimmed();
    choice.logo = m_logo->path();
    return choice;
}

void ReportDialog::accept()
{
    const ReportChoice wanted = choice();
    m_settings.setCompany(wanted.company);
    m_settings.setLogo(wanted.logo);
    m_settings.setReportChoice(QJsonDocument(wanted.toJson()).toJson(QJsonDocument::Compact));
    QDialog::accept();
    Q_EMIT chosen(wanted);
}

} // namespace foretrail
