#include "ui/widgets/ImportPreviewView.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/DateQuestionCard.h"
#include "ui/widgets/RoleHeader.h"
#include "ui/models/TableHabits.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int widestColumn = 280;
constexpr int mostFitted = 40; ///< a wider table is a matrix of numbers, all of one width
constexpr int mostNotes = 4;

} // namespace

ImportPreviewView::ImportPreviewView(QWidget *parent)
    : QWidget(parent), m_header(new RoleHeader), m_table(new QTableView), m_stored(new QPushButton), m_raw(new QPushButton),
      m_same(new QCheckBox), m_cancel(new QPushButton), m_message(new QFrame), m_messageIcon(new QLabel),
      m_messageText(new QLabel), m_question(new DateQuestionCard), m_origin(new QWidget), m_originText(new QLabel),
      m_guess(new QPushButton), m_notes(new QLabel)
{
    m_notes->setObjectName(QStringLiteral("importNotes"));
    m_notes->setWordWrap(true);
    m_notes->setProperty("quiet", true);
    m_notes->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(makeTop());
    layout->addWidget(makeOrigin());
    layout->addWidget(m_question);
    layout->addWidget(makeMessage());
    layout->addWidget(makeTable(), 1);
    layout->addWidget(m_notes);
    connectAll();
    retranslate();
    applyTheme();
}

void ImportPreviewView::connectAll()
{
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ImportPreviewView::cancelled);
    connect(m_cancel, &QPushButton::clicked, this, &ImportPreviewView::cancelled);
    connect(m_raw, &QPushButton::toggled, &m_model, &PreviewModel::setRaw);
    connect(m_header, &RoleHeader::roleChosen, this, &ImportPreviewView::roleChosen);
    connect(m_header, &RoleHeader::keyChosen, this, &ImportPreviewView::keyChosen);
    connect(m_question, &DateQuestionCard::answered, this, &ImportPreviewView::datesAnswered);
    connect(m_same, &QCheckBox::toggled, this, &ImportPreviewView::sameForRestChanged);
    connect(m_guess, &QPushButton::clicked, this, &ImportPreviewView::guessAnewClicked);
    connect(m_header, &RoleHeader::columnFocused, this, &ImportPreviewView::showColumn);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &RoleHeader::place);
}

QWidget *ImportPreviewView::makeOrigin()
{
    m_originText->setObjectName(QStringLiteral("templateText"));
    m_originText->setProperty("quiet", true);
    m_originText->setTextFormat(Qt::PlainText);
    m_guess->setObjectName(QStringLiteral("guessAnew"));
    m_guess->setProperty("link", true);
    auto *layout = new QHBoxLayout(m_origin);
    layout->setContentsMargins(Theme::space, 0, 0, 0);
    layout->addWidget(m_originText);
    layout->addWidget(m_guess);
    layout->addStretch(1);
    m_origin->hide();
    return m_origin;
}

QWidget *ImportPreviewView::makeTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(Theme::space, 0, 0, 0);
    auto *views = new QButtonGroup(this);
    m_stored->setObjectName(QStringLiteral("showStored"));
    m_raw->setObjectName(QStringLiteral("showRaw"));
    for (QPushButton *button : {m_stored, m_raw}) {
        button->setCheckable(true);
        views->addButton(button);
        layout->addWidget(button);
    }
    m_stored->setChecked(true);
    layout->addStretch(1);
    m_same->setObjectName(QStringLiteral("sameForRest"));
    m_cancel->setObjectName(QStringLiteral("cancelPreview"));
    layout->addWidget(m_same);
    layout->addWidget(m_cancel);
    return top;
}

QWidget *ImportPreviewView::makeMessage()
{
    m_message->setObjectName(QStringLiteral("messageBar")); // looks like the window's
    m_messageText->setObjectName(QStringLiteral("importMessage"));
    m_messageText->setWordWrap(true);
    m_messageText->setTextFormat(Qt::PlainText);
    m_messageText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(m_message);
    layout->setContentsMargins(12, Theme::space, 12, Theme::space);
    layout->addWidget(m_messageIcon, 0, Qt::AlignTop);
    layout->addWidget(m_messageText, 1);
    m_message->hide();
    return m_message;
}

QWidget *ImportPreviewView::makeTable()
{
    m_table->setObjectName(QStringLiteral("previewTable"));
    m_table->setHorizontalHeader(m_header);
    keepColumnsInPlace(*m_table); // what each means is chosen above it
    keepRowsInPlace(*m_table);    // as the file has them
    m_table->setModel(&m_model);
    m_table->setFont(Theme::tableFont());
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setIconSize({14, 14});
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->verticalHeader()->hide();
    m_table->setCornerWidget(new QWidget); // the style would draw a grip there
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_table);
    return card;
}

void ImportPreviewView::show(const ImportPreview &preview, bool isSettlingDates, int files)
{
    const bool isOther = preview.header != m_model.preview().header;
    m_model.setPreview(preview);
    m_header->setColumns(preview.plan.columns, preview.plan.duplicates == DuplicateRule::KeyColumns);
    m_question->show(preview, isSettlingDates, files);
    if (isOther)
        fitColumns();
    // The first note speaks of the question about dates while there is one, which says it better.
    showNotes(preview.notes.mid(preview.dateQuestion.isEmpty() || preview.plan.isDateFormatSaid ? 0 : 1));
}

void ImportPreviewView::showNotes(const QStringList &all)
{
    QStringList notes = all.mid(0, mostNotes);
    if (all.size() > mostNotes)
        notes << tr("and %1 more").arg(all.size() - mostNotes);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setToolTip(all.size() > mostNotes ? all.join(QLatin1Char('\n')) : QString());
    m_notes->setVisible(!notes.isEmpty());
}

void ImportPreviewView::fitColumns()
{
    const int usual = m_header->defaultSectionSize();
    const bool isFitted = m_model.columnCount() <= mostFitted;
    if (isFitted) {
        m_header->setResizeContentsPrecision(40);
        m_table->resizeColumnsToContents();
    }
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int width = isFitted ? std::clamp(m_header->sectionSize(column), usual, widestColumn) : usual;
        if (width != m_header->sectionSize(column))
            m_header->resizeSection(column, width);
    }
}

void ImportPreviewView::showColumn(int column)
{
    const int left = m_header->sectionPosition(column);
    const int right = left + m_header->sectionSize(column);
    QScrollBar *bar = m_table->horizontalScrollBar();
    if (left < bar->value())
        bar->setValue(left);
    else if (right > bar->value() + m_header->viewport()->width())
        bar->setValue(right - m_header->viewport()->width());
}

void ImportPreviewView::setMessage(const QString &message)
{
    m_messageText->setText(message);
    m_messageText->setAccessibleName(message);
    m_message->setVisible(!message.isEmpty());
}

void ImportPreviewView::setOrigin(const QString &sentence)
{
    m_originText->setText(sentence);
    m_origin->setVisible(!sentence.isEmpty());
}

void ImportPreviewView::setRemaining(int files)
{
    if (files > 0 && m_remaining == 0)
        m_same->setChecked(true); // files that are chosen together are mostly of one kind
    m_remaining = files;
    m_same->setText(tr("Same settings for the remaining files (%1)").arg(files));
    m_same->setVisible(files > 0);
}

bool ImportPreviewView::isSameForRest() const
{
    return m_same->isVisibleTo(this) && m_same->isChecked();
}

void ImportPreviewView::retranslate()
{
    m_stored->setText(tr("As sto&red"));
    m_raw->setText(tr("As in the fi&le"));
    m_guess->setText(tr("Guess anew"));
    m_guess->setToolTip(tr("Reads the file as if it were the first of its shape"));
    m_cancel->setText(tr("Cancel"));
    m_table->setAccessibleName(tr("First rows of the file"));
    setRemaining(m_remaining);
}

void ImportPreviewView::applyTheme()
{
    m_messageIcon->setPixmap(Theme::icon(QStringLiteral("warning")).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void ImportPreviewView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

} // namespace foretrail
