#include "ui/widgets/ImportInspector.h"

#include "ui/models/ImportWords.h"
#include "ui/models/PlanChanges.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace foretrail {

namespace {

const QStringList &usualDateFormats()
{
    static const QStringList formats{
        QStringLiteral("yyyy-MM-dd"), QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyyMMdd"),
        QStringLiteral("M/d/yyyy"), QStringLiteral("M/d/yyyy H:mm"), QStringLiteral("d/M/yyyy"),
        QStringLiteral("d/M/yyyy H:mm"), QStringLiteral("dd.MM.yyyy"), QStringLiteral("unix-s"), QStringLiteral("unix-ms")};
    return formats;
}

const QStringList &usualEncodings()
{
    static const QStringList encodings{QStringLiteral("UTF-8"),      QStringLiteral("GB18030"),      QStringLiteral("Big5"),
                                       QStringLiteral("ISO-8859-1"), QStringLiteral("Windows-1252"), QStringLiteral("UTF-16LE"),
                                       QStringLiteral("UTF-16BE")};
    return encodings;
}

/// Chooses the item with this data, added under `text` when it is not there.
void choose(QComboBox *combo, const QVariant &data, const QString &text)
{
    const QSignalBlocker blocker(combo);
    if (combo->findData(data) < 0)
        combo->addItem(text, data);
    combo->setCurrentIndex(combo->findData(data));
}

void refill(QComboBox *combo, const QList<std::pair<QString, QVariant>> &items)
{
    const QSignalBlocker blocker(combo);
    const QVariant chosen = combo->currentData();
    combo->clear();
    for (const auto &[text, data] : items)
        combo->addItem(text, data);
    if (chosen.isValid())
        choose(combo, chosen, chosen.toString());
}

QString startText(const ImportPlan &plan)
{
    return plan.start ? formatTime(*plan.start, *plan.start % 86'400'000 == 0 ? Step::Day : Step::Hour) : QString();
}

} // namespace

ImportInspector::ImportInspector(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_title(new QLabel(this)), m_kindTitle(new QLabel(this)),
      m_kind(addCombo(QStringLiteral("importKind"))), m_layoutTitle(new QLabel(this)),
      m_seriesLayout(addCombo(QStringLiteral("seriesLayout"))), m_dateTitle(new QLabel(this)),
      m_date(addEditable(QStringLiteral("dateFormat"))), m_zoneTitle(new QLabel(this)),
      m_zone(addEditable(QStringLiteral("timeZone"))), m_startTitle(new QLabel(this)), m_start(new QLineEdit(this)),
      m_startProblem(new QLabel(this)), m_stepTitle(new QLabel(this)), m_step(addCombo(QStringLiteral("seriesStep"))),
      m_conflictTitle(new QLabel(this)), m_conflict(addCombo(QStringLiteral("onConflict"))),
      m_delimiterTitle(new QLabel(this)), m_delimiter(addCombo(QStringLiteral("delimiter"))),
      m_header(new QCheckBox(this)), m_decimalTitle(new QLabel(this)), m_decimal(addCombo(QStringLiteral("decimalSign"))),
      m_encodingTitle(new QLabel(this)), m_encoding(addCombo(QStringLiteral("encoding"))), m_encodingNote(new QLabel(this))
{
    setObjectName(QStringLiteral("importInspector"));
    m_start->setObjectName(QStringLiteral("seriesStart"));
    m_startProblem->setObjectName(QStringLiteral("startProblem"));
    m_header->setObjectName(QStringLiteral("hasHeader"));
    m_layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    m_layout->setSpacing(4);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_layout->addWidget(m_title);
    addRow(m_kindTitle, m_kind);
    addRow(m_layoutTitle, m_seriesLayout);
    addRow(m_dateTitle, m_date);
    addRow(m_zoneTitle, m_zone);
    addRow(m_startTitle, m_start);
    m_layout->addWidget(m_startProblem);
    addRow(m_stepTitle, m_step);
    addRow(m_conflictTitle, m_conflict);
    addRow(m_delimiterTitle, m_delimiter);
    m_layout->addSpacing(4);
    m_layout->addWidget(m_header);
    addRow(m_decimalTitle, m_decimal);
    addRow(m_encodingTitle, m_encoding);
    m_layout->addWidget(m_encodingNote);
    m_layout->addStretch(1);
    for (QLabel *note : {m_startProblem, m_encodingNote}) {
        note->setWordWrap(true);
        note->setProperty("quiet", true);
        note->hide();
    }
    retranslate();
    connectAll();
}

QComboBox *ImportInspector::addCombo(const QString &name)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    return combo;
}

QComboBox *ImportInspector::addEditable(const QString &name)
{
    QComboBox *combo = addCombo(name);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMaxVisibleItems(16);
    connect(combo, &QComboBox::activated, this, [this, combo] { onEdited(combo); });
    connect(combo->lineEdit(), &QLineEdit::editingFinished, this, [this, combo] { onEdited(combo); });
    return combo;
}

void ImportInspector::addRow(QLabel *label, QWidget *field)
{
    label->setBuddy(field);
    m_layout->addSpacing(4);
    m_layout->addWidget(label);
    m_layout->addWidget(field);
}

void ImportInspector::connectAll()
{
    for (QComboBox *combo : {m_kind, m_seriesLayout, m_step, m_conflict, m_delimiter, m_decimal, m_encoding})
        connect(combo, &QComboBox::activated, this, &ImportInspector::changed);
    connect(m_header, &QCheckBox::clicked, this, &ImportInspector::changed);
    connect(m_start, &QLineEdit::editingFinished, this, &ImportInspector::onStart);
}

void ImportInspector::onEdited(QComboBox *combo)
{
    const QString before = combo == m_date ? m_preview.plan.dateFormat : m_preview.plan.timeZone;
    if (combo->currentText().trimmed() != before)
        Q_EMIT changed();
}

void ImportInspector::onStart()
{
    const QString text = m_start->text().trimmed();
    const bool isDate = text.isEmpty() || parseWallTime(text).has_value();
    m_startProblem->setText(tr("%1 is not a date. Write it as 2011-09-30.").arg(text));
    m_startProblem->setVisible(!isDate);
    if (!isDate)
        m_start->setText(startText(m_preview.plan)); // what stands here is what the import does
    else if (text != startText(m_preview.plan))
        Q_EMIT changed();
}

void ImportInspector::show(const ImportPreview &preview)
{
    const ImportPlan &plan = preview.plan;
    m_preview = preview;
    m_preview.rows.clear();
    m_preview.parsed.clear();
    choose(m_kind, int(plan.kind), {});
    choose(m_seriesLayout, int(plan.layout), {});
    choose(m_step, int(plan.step), {});
    choose(m_conflict, int(plan.conflict), {});
    choose(m_delimiter, int(plan.delimiter), QString(QLatin1Char(plan.delimiter)));
    choose(m_decimal, plan.decimalSign, QString(plan.decimalSign));
    choose(m_encoding, plan.encoding, plan.encoding);
    m_header->setChecked(plan.hasHeader);
    m_start->setText(startText(plan));
    m_startProblem->hide();
    fillDates(preview);
    const QSignalBlocker blocker(m_zone);
    m_zone->setEditText(plan.timeZone);
    m_encodingNote->setText(tr("Guessed, %1 % sure").arg(QLocale().toString(100 * preview.encodingConfidence, 'f', 0)));
    m_encodingNote->setVisible(preview.encodingConfidence < 0.95);
    showRows(plan);
}

void ImportInspector::fillDates(const ImportPreview &preview)
{
    const QSignalBlocker blocker(m_date);
    QStringList formats{preview.plan.dateFormat};
    formats += preview.alternativeDateFormats;
    formats += usualDateFormats();
    formats.removeDuplicates();
    formats.removeAll(QString());
    m_date->clear();
    m_date->addItems(formats);
    m_date->setEditText(preview.plan.dateFormat);
}

void ImportInspector::showRows(const ImportPlan &plan)
{
    const bool isSeries = plan.kind == SourceKind::Series;
    const bool isWide = isSeries && plan.layout == SeriesLayout::Wide;
    const auto setShown = [](bool isShown, std::initializer_list<QWidget *> widgets) {
        for (QWidget *widget : widgets)
            widget->setVisible(isShown);
    };
    setShown(isSeries, {m_layoutTitle, m_seriesLayout, m_stepTitle, m_step, m_conflictTitle, m_conflict});
    setShown(isWide, {m_startTitle, m_start});
    setShown(!isWide || plan.columnOf(Role::Time) >= 0, {m_dateTitle, m_date, m_zoneTitle, m_zone});
}

void ImportInspector::setTimeZones(const QStringList &zones)
{
    const QSignalBlocker blocker(m_zone);
    const QString text = m_zone->currentText();
    m_zone->clear();
    m_zone->addItems(zones);
    m_zone->setEditText(text);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ImportInspector::apply(ImportPlan &plan) const
{
    plan.setKind(SourceKind(m_kind->currentData().toInt()));
    PlanChanges::setLayout(plan, SeriesLayout(m_seriesLayout->currentData().toInt()));
    plan.step = Step(m_step->currentData().toInt());
    plan.conflict = ConflictPolicy(m_conflict->currentData().toInt());
    plan.delimiter = char(m_delimiter->currentData().toInt());
    plan.decimalSign = m_decimal->currentData().toChar();
    plan.encoding = m_encoding->currentData().toString();
    plan.hasHeader = m_header->isChecked();
    plan.dateFormat = m_date->currentText().trimmed();
    plan.timeZone = m_zone->currentText().trimmed();
    const QString start = m_start->text().trimmed();
    if (start.isEmpty())
        plan.start.reset();
    else if (const Result<WallMs> time = parseWallTime(start))
        plan.start = *time;
}

void ImportInspector::fillFixed()
{
    refill(m_kind, {{ImportWords::kindText(SourceKind::Sales), int(SourceKind::Sales)},
                    {ImportWords::kindText(SourceKind::Events), int(SourceKind::Events)},
                    {ImportWords::kindText(SourceKind::Series), int(SourceKind::Series)}});
    refill(m_seriesLayout, {{tr("One row a value"), int(SeriesLayout::Long)}, {tr("One row a series"), int(SeriesLayout::Wide)}});
    refill(m_step, {{tr("From the dates, else an index"), int(Step::None)}, {tr("Hour"), int(Step::Hour)}, {tr("Day"), int(Step::Day)},
                    {tr("Week"), int(Step::Week)}, {tr("Month"), int(Step::Month)}, {tr("Quarter"), int(Step::Quarter)},
                    {tr("Year"), int(Step::Year)}});
    refill(m_conflict, {{tr("Keep the stored value"), int(ConflictPolicy::Skip)}, {tr("Take the new value"), int(ConflictPolicy::Replace)},
                        {tr("Stop the import"), int(ConflictPolicy::Abort)}});
    refill(m_delimiter, {{tr("Comma"), int(',')}, {tr("Semicolon"), int(';')}, {tr("Tab"), int('\t')}, {tr("Vertical bar"), int('|')},
                         {tr("Space"), int(' ')}});
    refill(m_decimal, {{tr("Point: 1234.56"), QChar(QLatin1Char('.'))}, {tr("Comma: 1234,56"), QChar(QLatin1Char(','))}});
    QList<std::pair<QString, QVariant>> encodings;
    for (const QString &encoding : usualEncodings())
        encodings.append({encoding, encoding});
    refill(m_encoding, encodings);
}

void ImportInspector::retranslate()
{
    fillFixed();
    m_title->setText(tr("How the file is read"));
    m_kindTitle->setText(tr("&Kind"));
    m_kind->setToolTip(tr("Sales lines have a price or an amount; events are clicks, carts or purchases; series are ready to forecast"));
    m_layoutTitle->setText(tr("&Layout"));
    m_dateTitle->setText(tr("&Date format"));
    m_date->lineEdit()->setPlaceholderText(tr("no dates"));
    m_date->setAccessibleName(tr("Date format"));
    m_zoneTitle->setText(tr("Time &zone"));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setToolTip(tr("Of the clock that wrote the file; days are cut by its calendar"));
    m_startTitle->setText(tr("Time of the &first column"));
    m_start->setPlaceholderText(tr("none: a plain index"));
    m_stepTitle->setText(tr("&Step"));
    m_conflictTitle->setText(tr("&Other value for a stored time"));
    m_delimiterTitle->setText(tr("&Columns end at"));
    m_header->setText(tr("First &row names the columns"));
    m_decimalTitle->setText(tr("Decimal si&gn"));
    m_encodingTitle->setText(tr("&Encoding"));
}

void ImportInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
