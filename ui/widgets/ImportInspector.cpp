#include "ui/widgets/ImportInspector.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/DatesSection.h"
#include "ui/widgets/DuplicatesSection.h"
#include "ui/widgets/FileSection.h"
#include "ui/widgets/NumbersSection.h"
#include "ui/widgets/RowsSection.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

ImportInspector::ImportInspector(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_partTitle(new QLabel(this)), m_part(new QComboBox(this)),
      m_dates(new DatesSection(this)), m_duplicates(new DuplicatesSection(this))
{
    setObjectName(QStringLiteral("importInspector"));
    auto *file = new FileSection(this);
    m_sections = {new RowsSection(this), m_dates, m_duplicates, new NumbersSection(this), file};
    m_part->setObjectName(QStringLiteral("sourcePart"));
    m_part->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_part->setMinimumContentsLength(8);
    m_partTitle->setBuddy(m_part);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_partTitle);
    layout->addWidget(m_part);
    layout->addSpacing(4);
    for (ImportSection *section : std::as_const(m_sections)) {
        layout->addWidget(section);
        connect(section, &ImportSection::changed, this, &ImportInspector::changed);
    }
    layout->addStretch(1);
    connect(m_part, &QComboBox::activated, this, [this] { Q_EMIT partChosen(m_part->currentData().toString()); });
    connect(file, &FileSection::skipRowsChosen, this, &ImportInspector::skipRowsChosen);
    connect(m_duplicates, &DuplicatesSection::ruleClicked, this, &ImportInspector::ruleClicked);
    retranslate();
}

void ImportInspector::show(const ImportPreview &preview)
{
    for (ImportSection *section : std::as_const(m_sections))
        section->setPreview(preview);
    fillParts(preview);
}

void ImportInspector::fillParts(const ImportPreview &preview)
{
    const QSignalBlocker blocker(m_part);
    m_part->clear();
    for (const QString &part : preview.parts)
        m_part->addItem(part, part);
    m_part->setCurrentIndex(std::max(0, m_part->findData(preview.plan.part)));
    m_part->setVisible(preview.parts.size() > 1);
    m_partTitle->setVisible(preview.parts.size() > 1);
    m_isWorkbook = preview.plan.format == SourceFormat::Workbook;
    retranslate();
}

void ImportInspector::apply(ImportPlan &plan) const
{
    for (const ImportSection *section : m_sections)
        section->apply(plan);
}

void ImportInspector::setTimeZones(const QStringList &zones)
{
    m_dates->setTimeZones(zones);
}

void ImportInspector::retranslate()
{
    m_title->setText(tr("How the file is read"));
    m_partTitle->setText(m_isWorkbook ? tr("S&heet") : tr("File in the arc&hive"));
}

void ImportInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
