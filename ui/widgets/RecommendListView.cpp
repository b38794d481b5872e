#include "ui/widgets/RecommendListView.h"

#include "ui/models/RecommendWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/ScoreDelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int shownSteps = 3;

} // namespace

RecommendListView::RecommendListView(QWidget *parent)
    : QWidget(parent), m_who(new QLabel), m_cold(new QLabel), m_history(new QLabel), m_note(new QLabel),
      m_table(plainTable(QStringLiteral("recommendTable"), &m_model)), m_empty(new EmptyState), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("recommendView"));
    m_who->setObjectName(QStringLiteral("recommendWho"));
    m_who->setFont(Theme::titleFont());
    m_who->setTextFormat(Qt::PlainText);
    m_who->setMinimumWidth(1); // a long key leaves the list at the left its room
    m_who->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cold->setObjectName(QStringLiteral("coldStart"));
    m_cold->setProperty("problem", true);
    m_history->setObjectName(QStringLiteral("recommendHistory"));
    m_note->setObjectName(QStringLiteral("recommendNote"));
    m_note->setProperty("quiet", true);
    for (QLabel *label : {m_history, m_note})
        label->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("recommendNothing"));
    m_table->setItemDelegate(new ScoreDelegate(this));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_table->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_who);
    head->addSpacing(Theme::space);
    head->addWidget(m_cold);
    head->addStretch(1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    column->setSpacing(Theme::space);
    column->addLayout(head);
    column->addWidget(m_history);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_empty, &EmptyState::clicked, this, &RecommendListView::buttonClicked);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT itemChosen(index.data(RecommendListModel::KeyRole).toString()); });
}

void RecommendListView::setList(const Recommendations &list, const QString &timeZone)
{
    const int row = m_table->currentIndex().row();
    m_zone = timeZone;
    m_model.setList(list, timeZone);
    showTexts();
    if (row >= 0)
        m_table->setCurrentIndex(m_table->model()->index(std::min(row, m_model.rowCount() - 1), 0));
    m_stack->setCurrentIndex(1);
}

void RecommendListView::setText(const QString &sentence, const QString &button)
{
    m_empty->setText(sentence, button);
    m_stack->setCurrentIndex(0);
}

bool RecommendListView::hasList() const { return m_stack->currentIndex() == 1; }

void RecommendListView::showTexts()
{
    const Recommendations &list = m_model.list();
    m_table->setAccessibleName(tr("Items that come next"));
    showWho();
    m_cold->setText(tr("Cold start"));
    m_cold->setToolTip(tr("Nothing is known of this shopper yet"));
    m_cold->setVisible(list.isColdStart);
    const QString last = historyText(list, m_zone, shownSteps);
    m_history->setText(tr("Last of %Ln steps: %1", nullptr, int(list.history)).arg(last));
    m_history->setToolTip(historyText(list, m_zone, int(mostToldSteps)));
    m_history->setVisible(list.history > 0);
    m_note->setText(list.note);
    m_note->setVisible(!list.note.isEmpty());
    fitTable();
}

/// A long key is shortened in its middle.
void RecommendListView::showWho()
{
    const Recommendations &list = m_model.list();
    const QString who = list.user.isEmpty() ? tr("Session %1").arg(list.session) : list.user;
    const QString shown = m_who->fontMetrics().elidedText(who, Qt::ElideMiddle, std::max(160, width() - 6 * Theme::space));
    m_who->setText(shown);
    m_who->setToolTip(shown == who ? QString() : who.toHtmlEscaped());
}

/// Texts are read whole, in several lines where they need them.
void RecommendListView::fitTable()
{
    const QFontMetrics font(m_table->font());
    int widest = font.horizontalAdvance(QStringLiteral("0.00000"));
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = std::max(widest, font.horizontalAdvance(m_model.index(row, int(RecommendListModel::Column::Score)).data().toString()));
    const int rank = font.horizontalAdvance(QString::number(m_model.rowCount())) + 3 * Theme::space, score = widest + 3 * Theme::space;
    const int rest = std::max(3, m_table->viewport()->width() - rank - score);
    const int widths[] = {rank, rest * 27 / 100, score, rest * 42 / 100, rest * 31 / 100};
    for (int column = 0; column < RecommendListModel::columns; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->resizeRowsToContents();
}

void RecommendListView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWho();
    fitTable();
}

void RecommendListView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
