#include "ui/widgets/NextItemsView.h"

#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PlainTable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

NextItemsView::NextItemsView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_cold(new QLabel), m_note(new QLabel), m_table(plainTable(QStringLiteral("nextItems"), &m_model)),
      m_open(new QPushButton)
{
    setObjectName(QStringLiteral("nextItemsView"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_cold->setObjectName(QStringLiteral("nextColdStart"));
    m_note->setObjectName(QStringLiteral("nextNote"));
    m_note->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openRecommend"));
    m_open->setProperty("link", true);
    m_table->setWordWrap(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto column : {RecommendListModel::Column::Score, RecommendListModel::Column::Removed})
        leaveOutColumn(*m_table, int(column));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(Theme::space);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(Theme::space);
    head->addWidget(m_cold);
    head->addStretch(1);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_table);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    m_table->viewport()->installEventFilter(this);
    connect(m_open, &QPushButton::clicked, this, &NextItemsView::openRequested);
    showTexts();
}

void NextItemsView::setList(const Recommendations &list, const QString &timeZone)
{
    m_hasList = true;
    m_sentence = list.note;
    m_model.setList(list, timeZone);
    showTexts();
}

void NextItemsView::setText(const QString &sentence)
{
    m_hasList = false;
    m_sentence = sentence;
    m_model.setList({}, {});
    showTexts();
}

void NextItemsView::showTexts()
{
    m_title->setText(tr("What to show next"));
    m_cold->setText(tr("Cold start"));
    m_cold->setToolTip(tr("Nothing is known of this shopper yet"));
    m_cold->setVisible(m_hasList && m_model.list().isColdStart);
    m_note->setText(m_sentence);
    m_note->setVisible(!m_sentence.isEmpty());
    m_table->setAccessibleName(m_title->text());
    m_table->setVisible(m_model.rowCount() > 0);
    m_open->setText(tr("Open on the page Recommend"));
    m_open->setToolTip(tr("With rules, other models and who else should see these items"));
    fitTable();
}

/// Reasons are read whole, in several lines where they need them; the profile scrolls, not the table.
void NextItemsView::fitTable()
{
    const QFontMetrics font(m_table->font());
    const int rank = font.horizontalAdvance(QStringLiteral("00")) + 3 * Theme::space;
    const int rest = std::max(2, m_table->viewport()->width() - rank);
    m_table->setColumnWidth(int(RecommendListModel::Column::Rank), rank);
    m_table->setColumnWidth(int(RecommendListModel::Column::Item), rest * 2 / 5);
    m_table->setColumnWidth(int(RecommendListModel::Column::Why), rest - rest * 2 / 5);
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
}

/// Rows are as high as the table is narrow.
bool NextItemsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && static_cast<QResizeEvent *>(event)->size().width() != static_cast<QResizeEvent *>(event)->oldSize().width())
        fitTable();
    return QWidget::eventFilter(watched, event);
}

void NextItemsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
