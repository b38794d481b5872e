#include "ui/dialogs/ExportDialog.h"

#include "ui/AppSession.h"
#include "ui/asking/FileDialogs.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr QSize previewSize{400, 300};

struct SizePreset {
    QString title;
    QSizeF size; ///< mm
};

QList<SizePreset> sizePresets()
{
    return {{ExportDialog::tr("Slide, 16:9"), {338.7, 190.5}}, {ExportDialog::tr("Half a page"), {170, 110}}, {ExportDialog::tr("Full page, A4"), {297, 210}}};
}

QDoubleSpinBox *sizeField(const char *name, const QString &accessible)
{
    auto *field = new QDoubleSpinBox;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessible);
    field->setRange(PictureSize::least, PictureSize::most);
    field->setDecimals(1);
    field->setSuffix(ExportDialog::tr(" mm"));
    return field;
}

} // namespace

ExportDialog::ExportDialog(AppSession &session, std::shared_ptr<const ShownForecast> shown, ChartSpan span, const QString &name, QWidget *parent)
    : QDialog(parent), m_session(session), m_shown(std::move(shown)), m_span(span), m_previewJob(session.jobs()), m_copiesPicture(new QCheckBox(tr("Copy the &picture"))),
      m_copiesNumbers(new QCheckBox(tr("Copy the num&bers"))), m_report(new QCheckBox(tr("Report of the &largest series (PDF)"))), m_preset(new QComboBox), m_width(sizeField("exportWidth", tr("Width"))),
      m_height(sizeField("exportHeight", tr("Height"))), m_dpi(new QSpinBox), m_dots(new QLabel), m_folder(new QLineEdit), m_name(new QLineEdit), m_preview(new QLabel)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setAccessibleDescription(m_shown->chart.description);
    auto *buttons = new QDialogButtonBox(this);
    m_go = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("exportGo"));
    m_go->setDefault(true);
    QPushButton *stay = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    stay->setObjectName(QStringLiteral("exportCancel"));
    stay->setIcon({});
    auto *sides = new QHBoxLayout;
    sides->setSpacing(3 * Theme::space);
    sides->addWidget(makeChoices());
    sides->addWidget(m_preview, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addLayout(sides);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    ExportChoice before = ExportChoice::fromJson(QJsonDocument::fromJson(session.settings().exportChoice()).object());
    before.name = name;
    if (before.folder.isEmpty())
        before.folder = session.settings().lastFolder();
    fill(before);
}

QWidget *ExportDialog::makeChoices()
{
    auto *side = new QWidget;
    auto *grid = new QGridLayout;
    const QStringList titles{tr("Picture (&PNG)"), tr("Drawing (&SVG)"), tr("Page (P&DF)"), tr("Workbook (&XLSX)"), tr("Numbers (&CSV)")};
    for (int i = 0; i < titles.size(); ++i) {
        auto *box = new QCheckBox(titles[i]);
        box->setObjectName(QStringLiteral("exportFormat_") + ExportChoice::allFormats().at(i));
        m_formats.append(box);
        grid->addWidget(box, i, 0);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::check);
    }
    m_copiesPicture->setObjectName(QStringLiteral("exportCopyPicture"));
    m_copiesNumbers->setObjectName(QStringLiteral("exportCopyNumbers"));
    m_copiesNumbers->setToolTip(tr("What is on screen, parted by tabs, every digit"));
    for (QCheckBox *box : {m_copiesPicture, m_copiesNumbers}) {
        grid->addWidget(box, box == m_copiesPicture ? 0 : 1, 1);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::check);
    }
    m_report->setObjectName(QStringLiteral("exportReportToo"));
    m_report->setToolTip(tr("Its first page says what rises, what falls, what needs a look and how good the forecasts were, as the tab In short does"));
    grid->addWidget(m_report, int(titles.size()), 0, 1, 2);
    connect(m_report, &QCheckBox::toggled, this, &ExportDialog::check);
    grid->setHorizontalSpacing(3 * Theme::space);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::space);
    layout->addLayout(grid);
    layout->addLayout(makeSizes());
    layout->addLayout(makePlace());
    layout->addStretch(1);
    return side;
}

QLayout *ExportDialog::makeSizes()
{
    m_preset->setObjectName(QStringLiteral("exportPreset"));
    for (const SizePreset &preset : sizePresets())
        m_preset->addItem(preset.title);
    m_preset->addItem(tr("Other"));
    m_dpi->setObjectName(QStringLiteral("exportDpi"));
    m_dpi->setRange(PictureSize::leastDpi, PictureSize::mostDpi);
    m_dpi->setSuffix(tr(" dots an inch"));
    m_dots->setObjectName(QStringLiteral("exportDots"));
    m_dots->setProperty("quiet", true);
    auto *sides = new QHBoxLayout;
    sides->addWidget(m_width);
    sides->addWidget(new QLabel(QStringLiteral("×")));
    sides->addWidget(m_height);
    sides->addStretch(1);
    auto *form = new QFormLayout;
    form->addRow(tr("Si&ze"), m_preset);
    form->addRow(QString(), sides);
    form->addRow(tr("&Resolution"), m_dpi);
    form->addRow(QString(), m_dots);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::takePreset);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &ExportDialog::showSize);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &ExportDialog::showSize);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::showSize);
    return form;
}

QLayout *ExportDialog::makePlace()
{
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setMinimumWidth(240);
    m_name->setObjectName(QStringLiteral("exportName"));
    auto *choose = new QPushButton(tr("C&hoose…"));
    choose->setObjectName(QStringLiteral("exportChooseFolder"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_folder, 1);
    line->addWidget(choose);
    auto *form = new QFormLayout;
    auto *label = new QLabel(tr("&Folder"));
    label->setBuddy(m_folder);
    form->addRow(label, line);
    form->addRow(tr("&Name"), m_name);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &ExportDialog::check);
    return form;
}

void ExportDialog::fill(const ExportChoice &before)
{
    for (int i = 0; i < m_formats.size(); ++i)
        m_formats.at(i)->setChecked(before.formats.contains(ExportChoice::allFormats().at(i)));
    m_copiesPicture->setChecked(before.copiesPicture);
    m_copiesNumbers->setChecked(before.copiesNumbers);
    m_report->setChecked(before.withReport);
    m_folder->setText(before.folder);
    m_name->setText(before.name);
    {
        const QSignalBlocker width(m_width), height(m_height), dpi(m_dpi);
        m_width->setValue(before.size.width);
        m_height->setValue(before.size.height);
        m_dpi->setValue(before.size.dpi);
    }
    showSize();
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.formats.clear();
    for (int i = 0; i < m_formats.size(); ++i)
        if (m_formats[i]->isChecked())
            choice.formats << ExportChoice::allFormats().at(i);
    choice.copiesPicture = m_copiesPicture->isChecked();
    choice.copiesNumbers = m_copiesNumbers->isChecked();
    choice.withReport = m_report->isChecked();
    choice.size = {m_width->value(), m_height->value(), m_dpi->value()};
    choice.folder = m_folder->text().trimmed();
    choice.name = m_name->text().trimmed();
    return choice;
}

void ExportDialog::takePreset()
{
    const QList<SizePreset> presets = sizePresets();
    if (m_preset->currentIndex() >= presets.size())
        return m_width->setFocus();
    const QSizeF size = presets[m_preset->currentIndex()].size;
    {
        const QSignalBlocker width(m_width);
        m_width->setValue(size.width());
    }
    const QSignalBlocker height(m_height);
    m_height->setValue(size.height());
    showSize();
}

void ExportDialog::showSize()
{
    const QList<SizePreset> presets = sizePresets();
    qsizetype at = presets.size();
    for (qsizetype i = 0; i < presets.size(); ++i)
        if (presets[i].size == QSizeF(m_width->value(), m_height->value()))
            at = i;
    m_preset->setCurrentIndex(int(at));
    const PictureSize size = choice().size;
    const QString dots = tr("%1 × %2 dots").arg(QLocale().toString(size.pixels().width()), QLocale().toString(size.pixels().height()));
    m_dots->setText(size.isTooLarge() ? tr("%1 are too many").arg(dots) : dots);
    check();
    preview();
}

void ExportDialog::check()
{
    const ExportChoice wanted = choice();
    const bool drawsDots = wanted.copiesPicture || wanted.formats.contains(QStringLiteral("png"));
    m_go->setEnabled(wanted.isComplete() && !(drawsDots && wanted.size.isTooLarge()));
}

void ExportDialog::preview()
{
    const double ratio = devicePixelRatioF();
    m_previewJob.start<QImage>({tr("Drawing a preview"), Lane::Read, false},
        [shown = m_shown, span = m_span, layout = choice().size.layout(), ratio](JobContext &) -> Result<QImage> {
            const QSize fitting = layout.scaled(previewSize, Qt::KeepAspectRatio);
            QImage image = chartImage(shown->chart, layout, 1.5, span)
                               .scaled(fitting * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            image.setDevicePixelRatio(ratio);
            return image;
        }, this, [this](const Result<QImage> &image) {
            if (image)
                m_preview->setPixmap(QPixmap::fromImage(*image));
        });
}

void ExportDialog::chooseFolder()
{
    const QString folder = FileDialogs::openFolder(this, tr("Export"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void ExportDialog::accept()
{
    const ExportChoice wanted = choice();
    m_session.settings().setExportChoice(QJsonDocument(wanted.toJson()).toJson(QJsonDocument::Compact));
    m_previewJob.cancel();
    QDialog::accept();
    Q_EMIT chosen(wanted);
}

} // namespace foretrail
