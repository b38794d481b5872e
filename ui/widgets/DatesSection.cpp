#include "ui/widgets/DatesSection.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace foretrail {

namespace {

const QStringList &usualDateFormats()
{
    static const QStringList formats{
        QStringLiteral("yyyy-MM-dd"), QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyyMMdd"),
        QStringLiteral("M/d/yyyy"), QStringLiteral("M/d/yyyy H:mm"), QStringLiteral("d/M/yyyy"),
        QStringLiteral("d/M/yyyy H:mm"), QStringLiteral("dd.MM.yyyy"), QStringLiteral("unix-s"), QStringLiteral("unix-ms"),
        QStringLiteral("unix-us"), QStringLiteral("excel"), QStringLiteral("index"), QStringLiteral("order")};
    return formats;
}

QString startText(const ImportPlan &plan)
{
    return plan.start ? formatTime(*plan.start, *plan.start % 86'400'000 == 0 ? Step::Day : Step::Hour) : QString();
}

} // namespace

DatesSection::DatesSection(QWidget *parent)
    : ImportSection(QStringLiteral("datesSection"), true, parent), m_dateTitle(new QLabel(this)),
      m_date(addEditable(m_dateTitle, QStringLiteral("dateFormat"))), m_zoneTitle(new QLabel(this)),
      m_zone(addEditable(m_zoneTitle, QStringLiteral("timeZone"))), m_startTitle(new QLabel(this)),
      m_start(addEdit(m_startTitle, QStringLiteral("seriesStart"))), m_startProblem(addNote(QStringLiteral("startProblem")))
{
    connect(m_start, &QLineEdit::editingFinished, this, &DatesSection::onStart);
    finish();
}

void DatesSection::fill(const ImportPreview &preview)
{
    m_plan = preview.plan;
    m_start->setText(startText(m_plan));
    m_startProblem->hide();
    fillFormats(preview);
    const QSignalBlocker blocker(m_zone);
    m_zone->setEditText(m_plan.timeZone);
    const bool isWide = m_plan.kind == SourceKind::Series && m_plan.layout == SeriesLayout::Wide;
    const bool hasTimes = !isWide || m_plan.columnOf(Role::Time) >= 0;
    setShown(isWide, {m_startTitle, m_start});
    setShown(hasTimes, {m_dateTitle, m_date, m_zoneTitle, m_zone});
    setVisible(m_plan.kind != SourceKind::Attributes);
}

void DatesSection::fillFormats(const ImportPreview &preview)
{
    const QSignalBlocker blocker(m_date);
    QStringList formats{preview.plan.dateFormat};
    for (const DateReading &reading : preview.dateQuestion)
        formats << reading.format;
    formats += preview.alternativeDateFormats;
    formats += usualDateFormats();
    formats.removeDuplicates();
    formats.removeAll(QString());
    m_date->clear();
    m_date->addItems(formats);
    m_date->setEditText(preview.plan.dateFormat);
}

void DatesSection::onStart()
{
    const QString text = m_start->text().trimmed();
    const bool isDate = text.isEmpty() || parseWallTime(text).has_value();
    m_startProblem->setText(tr("%1 is not a date. Write it as 2011-09-30.").arg(text));
    m_startProblem->setVisible(!isDate);
    if (!isDate)
        m_start->setText(startText(m_plan)); // what stands here is what the import does
    else if (text != startText(m_plan))
        Q_EMIT changed();
}

void DatesSection::setTimeZones(const QStringList &zones)
{
    const QSignalBlocker blocker(m_zone);
    const QString text = m_zone->currentText();
    m_zone->clear();
    m_zone->addItems(zones);
    m_zone->setEditText(text);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void DatesSection::apply(ImportPlan &plan) const
{
    const QString format = m_date->currentText().trimmed();
    if (format != m_plan.dateFormat)
        plan.isDateFormatSaid = true; // a person chose it, so nobody need be asked
    plan.dateFormat = format;
    plan.timeZone = m_zone->currentText().trimmed();
    const QString start = m_start->text().trimmed();
    if (start.isEmpty())
        plan.start.reset();
    else if (const Result<WallMs> time = parseWallTime(start))
        plan.start = *time;
}

QString DatesSection::summary() const
{
    return m_date->currentText();
}

void DatesSection::retranslate()
{
    setTitle(tr("Dates"));
    m_dateTitle->setText(tr("&Date format"));
    m_date->lineEdit()->setPlaceholderText(tr("no dates"));
    m_date->setAccessibleName(tr("Date format"));
    m_date->setToolTip(tr("y year, M month, d day, H hour, m minute, s second; one format for the whole column"));
    m_zoneTitle->setText(tr("Time &zone"));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setToolTip(tr("Of the clock that wrote the file; days are cut by its calendar"));
    m_startTitle->setText(tr("Time of the &first column"));
    m_start->setPlaceholderText(tr("none: a plain index"));
}

} // namespace foretrail
