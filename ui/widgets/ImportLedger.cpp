#include "ui/widgets/ImportLedger.h"

#include "ui/models/ImportWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/HeadlineNumber.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace foretrail {

namespace {

QLabel *sign(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::headlineFont());
    label->setProperty("quiet", true);
    return label;
}

} // namespace

ImportLedger::ImportLedger(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel), m_undone(new QLabel), m_undo(new QPushButton), m_redo(new QPushButton),
      m_again(new QPushButton), m_look(new QPushButton), m_next(new QPushButton), m_read(new HeadlineNumber(QStringLiteral("rowsRead"))),
      m_stored(new HeadlineNumber(QStringLiteral("rowsStored"))), m_duplicate(new HeadlineNumber(QStringLiteral("rowsDuplicate"))),
      m_rejected(new HeadlineNumber(QStringLiteral("rowsRejected"))), m_filtered(new HeadlineNumber(QStringLiteral("rowsFiltered"))),
      m_filteredSign(sign(QStringLiteral("+"))), m_details(new QLabel)
{
    m_sentence->setObjectName(QStringLiteral("importSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undone->setObjectName(QStringLiteral("importUndone"));
    m_undone->setWordWrap(true);
    m_details->setObjectName(QStringLiteral("importDetails"));
    m_details->setProperty("quiet", true);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    layout->setSpacing(Theme::space);
    layout->addLayout(makeTop());
    layout->addWidget(m_undone);
    layout->addWidget(makeSum());
    layout->addWidget(m_details);
    layout->addStretch(1);
    connect(m_next, &QPushButton::clicked, this, &ImportLedger::forecastClicked);
    connect(m_look, &QPushButton::clicked, this, &ImportLedger::findingsClicked);
    connect(m_again, &QPushButton::clicked, this, &ImportLedger::againClicked);
    connect(m_undo, &QPushButton::clicked, this, &ImportLedger::undoClicked);
    connect(m_redo, &QPushButton::clicked, this, &ImportLedger::redoClicked);
    fill();
}

QHBoxLayout *ImportLedger::makeTop()
{
    m_undo->setObjectName(QStringLiteral("undoImport"));
    m_undo->setIcon(Theme::icon(QStringLiteral("undo")));
    m_redo->setObjectName(QStringLiteral("redoImport"));
    m_redo->setIcon(Theme::icon(QStringLiteral("redo")));
    m_again->setObjectName(QStringLiteral("importAgain"));
    m_look->setObjectName(QStringLiteral("goFindings"));
    m_next->setObjectName(QStringLiteral("goForecast"));
    m_next->setProperty("primary", true);
    auto *top = new QHBoxLayout;
    top->addWidget(m_sentence, 1);
    for (QPushButton *button : {m_undo, m_redo, m_again, m_look, m_next})
        top->addWidget(button);
    return top;
}

QWidget *ImportLedger::makeSum()
{
    auto *sum = new QWidget;
    auto *layout = new QHBoxLayout(sum);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::space);
    layout->addWidget(m_read);
    layout->addWidget(sign(QStringLiteral("=")));
    layout->addWidget(m_stored);
    layout->addWidget(sign(QStringLiteral("+")));
    layout->addWidget(m_duplicate);
    layout->addWidget(sign(QStringLiteral("+")));
    layout->addWidget(m_rejected);
    layout->addWidget(m_filteredSign);
    layout->addWidget(m_filtered);
    layout->addStretch(1);
    return sum;
}

void ImportLedger::show(const ImportGroup &group, const QString &currency, bool isReadOnly)
{
    m_group = group;
    m_report = group.total();
    m_isReadOnly = isReadOnly;
    m_currency = currency;
    fill();
}

void ImportLedger::focusNext() { m_next->setFocus(Qt::OtherFocusReason); }

void ImportLedger::setFindings(std::optional<int> count)
{
    m_findings = count.value_or(0);
    fillButtons();
}

QString ImportLedger::share(qint64 rows) const
{
    return m_report.read > 0 ? tr("%1 %").arg(QLocale().toString(100.0 * double(rows) / double(m_report.read), 'f', 1)) : QString();
}

void ImportLedger::fill()
{
    const QLocale locale;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_sentence->setFont(bold);
    m_sentence->setText(tr("%1: %2", "file, sentence").arg(ImportWords::name(m_group), ImportWords::outcome(m_report)));
    m_undone->setText(ImportWords::whenUndone(m_group));
    m_undone->setVisible(m_group.undone() > 0);
    fillButtons();
    m_read->setTexts(tr("Rows read"), locale.toString(m_report.read), {});
    m_stored->setTexts(tr("Stored"), locale.toString(m_report.stored), share(m_report.stored));
    m_duplicate->setTexts(tr("Duplicate"), locale.toString(m_report.duplicate), share(m_report.duplicate));
    m_rejected->setTexts(tr("Rejected"), locale.toString(m_report.rejected), share(m_report.rejected));
    m_filtered->setTexts(tr("Left out"), locale.toString(m_report.filtered), share(m_report.filtered));
    m_filtered->setVisible(m_report.filtered > 0);
    m_filteredSign->setVisible(m_report.filtered > 0);
    fillDetails();
}

/// Many files may have much to say; the whole is in the tooltip.
void ImportLedger::fillDetails()
{
    constexpr qsizetype most = 20;
    const QStringList all = ImportWords::details(m_report, m_currency);
    QStringList shown = all.mid(0, most);
    if (all.size() > most)
        shown << tr("and %1 more").arg(QLocale().toString(all.size() - most));
    m_details->setText(shown.join(QLatin1Char('\n')));
    m_details->setToolTip(all.size() > most ? all.join(QLatin1Char('\n')) : QString());
}

void ImportLedger::fillButtons()
{
    const bool isUndone = m_group.isUndone();
    const bool isSingle = m_group.imports.size() < 2;
    m_next->setText(tr("Forecast"));
    m_next->setVisible(!isUndone);
    m_look->setText(tr("Look at %n findings", nullptr, m_findings));
    m_look->setToolTip(tr("What is odd about these rows, and what mends it"));
    m_look->setVisible(!isUndone && m_findings > 0);
    m_again->setText(tr("Import again"));
    m_again->setToolTip(isSingle ? tr("Opens the same file with the same settings") : tr("Opens the same files with the same settings"));
    m_undo->setText(tr("Undo import"));
    m_undo->setToolTip(isSingle ? tr("Takes the rows of this import back; they can be brought back at any time")
                                : tr("Takes the rows of all these files back in one step; they can be brought back at any time"));
    m_redo->setText(tr("Redo import"));
    m_redo->setToolTip(isSingle ? tr("Brings the rows of this import back") : tr("Brings the rows of all these files back in one step"));
    m_undo->setVisible(!isUndone);
    m_redo->setVisible(m_group.undone() > 0);
    for (QPushButton *button : {m_undo, m_redo, m_again})
        button->setEnabled(!m_isReadOnly && !m_group.imports.isEmpty());
}

void ImportLedger::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail
