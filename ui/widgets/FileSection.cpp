#include "ui/widgets/FileSection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>

namespace foretrail {

namespace {

constexpr double sure = 0.95; ///< below it a person should look at the encoding

const QStringList &usualEncodings()
{
    static const QStringList encodings{QStringLiteral("UTF-8"),      QStringLiteral("GB18030"),      QStringLiteral("Big5"),
                                       QStringLiteral("ISO-8859-1"), QStringLiteral("Windows-1252"), QStringLiteral("UTF-16LE"),
                                       QStringLiteral("UTF-16BE")};
    return encodings;
}

} // namespace

FileSection::FileSection(QWidget *parent)
    : ImportSection(QStringLiteral("fileSection"), false, parent), m_delimiterTitle(new QLabel(this)),
      m_delimiter(addCombo(m_delimiterTitle, QStringLiteral("delimiter"))), m_aboveTitle(new QLabel(this)),
      m_above(addSpin(m_aboveTitle, QStringLiteral("skipRows"))), m_header(addCheck(QStringLiteral("hasHeader"))),
      m_encodingTitle(new QLabel(this)), m_encoding(addCombo(m_encodingTitle, QStringLiteral("encoding"))),
      m_encodingNote(addNote(QStringLiteral("encodingNote"))), m_nullTitle(new QLabel(this)),
      m_null(addEdit(m_nullTitle, QStringLiteral("nullWords")))
{
    constexpr int mostAbove = 1'000'000;
    m_above->setRange(0, mostAbove);
    connect(m_above, &QSpinBox::valueChanged, this, &FileSection::skipRowsChosen);
    connect(m_null, &QLineEdit::editingFinished, this, &FileSection::onNullWords);
    finish();
}

void FileSection::fill(const ImportPreview &preview)
{
    const bool isOther = preview.fileBytes != 0 && (preview.plan.encoding != m_plan.encoding || preview.header.isEmpty());
    m_plan = preview.plan;
    Combo::choose(m_delimiter, int(m_plan.delimiter), QString(QLatin1Char(m_plan.delimiter)));
    Combo::choose(m_encoding, m_plan.encoding, m_plan.encoding);
    const QSignalBlocker blocker(m_above);
    m_above->setValue(m_plan.skipRows);
    m_header->setChecked(m_plan.hasHeader);
    m_null->setText(m_plan.nullWords.join(QStringLiteral(", ")));
    m_encodingNote->setText(tr("Guessed, %1 % sure").arg(QLocale().toString(100 * preview.encodingConfidence, 'f', 0)));
    const bool isText = m_plan.format == SourceFormat::Delimited;
    setShown(isText, {m_delimiterTitle, m_delimiter});
    setShown(m_plan.format != SourceFormat::JsonLines, {m_aboveTitle, m_above, m_header});
    setShown(m_plan.format != SourceFormat::Workbook, {m_encodingTitle, m_encoding, m_encodingNote});
    if (isOther && isText && preview.encodingConfidence < sure)
        setOpen(true);
}

QStringList FileSection::nullWords() const
{
    static const QRegularExpression between(QStringLiteral("\\s*,\\s*"));
    return m_null->text().trimmed().split(between, Qt::SkipEmptyParts);
}

void FileSection::onNullWords()
{
    if (nullWords() != m_plan.nullWords)
        Q_EMIT changed();
}

void FileSection::apply(ImportPlan &plan) const
{
    plan.delimiter = char(m_delimiter->currentData().toInt());
    plan.encoding = m_encoding->currentData().toString();
    plan.hasHeader = m_header->isChecked();
    plan.nullWords = nullWords();
}

QString FileSection::summary() const
{
    const bool isText = m_plan.format == SourceFormat::Delimited;
    const QString how = isText ? m_delimiter->currentText() : tr("JSON lines");
    const QString file = m_plan.format == SourceFormat::Workbook ? tr("workbook")
                                                                 : tr("%1, %2", "Comma, UTF-8").arg(how, m_encoding->currentText());
    const bool hasLinesAbove = m_plan.skipRows > 0 && m_plan.format != SourceFormat::JsonLines;
    return hasLinesAbove ? tr("%1, from line %2", "Comma, UTF-8").arg(file).arg(m_plan.skipRows + 1) : file;
}

void FileSection::retranslate()
{
    setTitle(tr("File"));
    Combo::refill(m_delimiter, {{tr("Comma"), int(',')}, {tr("Semicolon"), int(';')}, {tr("Tab"), int('\t')}, {tr("Vertical bar"), int('|')},
                                {tr("Space"), int(' ')}});
    QList<Combo::Item> encodings;
    for (const QString &encoding : usualEncodings())
        encodings.append({encoding, encoding});
    Combo::refill(m_encoding, encodings);
    m_delimiterTitle->setText(tr("&Columns end at"));
    m_aboveTitle->setText(tr("Lines a&bove the header"));
    m_above->setToolTip(tr("Titles and comments that stand above the names of the columns; they are left out"));
    m_header->setText(tr("First ro&w names the columns"));
    m_encodingTitle->setText(tr("&Encoding"));
    m_nullTitle->setText(tr("Words for no &value"));
    m_null->setPlaceholderText(tr("besides empty, NA and null"));
    m_null->setToolTip(tr("Several with a comma between them: unknown, none, -"));
}

} // namespace foretrail
