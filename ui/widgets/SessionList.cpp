#include "ui/widgets/SessionList.h"

#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

SessionList::SessionList(AppSession &session, QWidget *parent)
    : QWidget(parent), m_model(session), m_key(new QLineEdit), m_show(new QPushButton), m_problem(new QLabel), m_count(new QLabel),
      m_table(plainTable(QStringLiteral("sessionList"), &m_model, RowOrder::OfModel)), m_none(new QLabel)
{
    m_key->setObjectName(QStringLiteral("sessionKey"));
    m_key->setClearButtonEnabled(true);
    m_show->setObjectName(QStringLiteral("showSession"));
    m_problem->setObjectName(QStringLiteral("sessionProblem"));
    m_problem->setProperty("problem", true);
    m_problem->hide();
    m_count->setObjectName(QStringLiteral("sessionCount"));
    m_none->setObjectName(QStringLiteral("noSession"));
    m_none->setAlignment(Qt::AlignCenter);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sortOnClick(*m_table);
    for (QLabel *label : {m_count, m_none})
        label->setProperty("quiet", true);
    for (QLabel *label : {m_problem, m_count, m_none})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    auto *typed = new QHBoxLayout;
    typed->addWidget(m_key, 1);
    typed->addWidget(m_show);
    column->addLayout(typed);
    column->addWidget(m_problem);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    column->addWidget(m_none, 1);
    connect(m_key, &QLineEdit::textChanged, &m_model, &SessionsModel::setFilter);
    connect(m_key, &QLineEdit::returnPressed, this, &SessionList::askTyped);
    connect(m_show, &QPushButton::clicked, this, &SessionList::askTyped);
    connect(&m_model, &SessionsModel::changed, this, &SessionList::onChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_isSelecting)
            Q_EMIT sessionChosen(index.data(SessionsModel::KeyRole).toString());
    });
    onChanged();
}

void SessionList::forget()
{
    m_model.forget();
    if (isVisible())
        m_model.load();
}

void SessionList::choose(const QString &key)
{
    m_key->setText(key);
    Q_EMIT sessionChosen(key);
}

void SessionList::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void SessionList::askTyped()
{
    if (const QString key = m_key->text().trimmed(); !key.isEmpty())
        Q_EMIT sessionChosen(key);
}

void SessionList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_model.isStale())
        m_model.load();
}

void SessionList::onChanged()
{
    const bool hasRows = m_model.rowCount() > 0;
    m_table->setVisible(hasRows);
    m_none->setVisible(!hasRows);
    m_count->setVisible(hasRows);
    showTexts();
    // A session that was asked for by its key is marked, and not asked for again.
    m_isSelecting = true;
    if (const int row = m_model.rowOf(m_key->text().trimmed()); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_isSelecting = false;
}

void SessionList::showTexts()
{
    m_key->setAccessibleName(tr("Key of a session or of its user"));
    m_key->setPlaceholderText(tr("Session or user"));
    m_key->setToolTip(tr("Shows the sessions whose key, or that of their user, contains this. Enter asks for the session of exactly this key."));
    m_show->setText(tr("Show"));
    m_table->setAccessibleName(m_model.isSorted() ? tr("Sessions") : tr("Sessions, the latest first"));
    m_table->setToolTip(tr("A session is one visit or one invoice, as the log names it."));
    const QLocale locale;
    m_count->setText(m_model.count() == m_model.allCount() ? (m_model.isSorted() ? tr("%Ln session(s)", nullptr, int(m_model.count()))
                                                                                 : tr("%Ln session(s), the latest first", nullptr, int(m_model.count())))
                                                          : tr("%1 of %2 sessions").arg(locale.toString(m_model.count()), locale.toString(m_model.allCount())));
    m_none->setText(m_model.isReading() ? tr("Reading sessions")
                    : m_model.hasNone()      ? tr("There are no sessions.")
                    : m_model.allCount() > 0 ? tr("No session and no user of one is named like that.")
                                             : tr("The log names no sessions. Choose a user, or import the log with a column of sessions."));
    fitTable();
}

/// When and whose it was is told whole; the last item takes what is left, and what there is no room for goes.
void SessionList::fitTable()
{
    using Column = SessionsModel::Column;
    const int height = fontMetrics().height();
    const int room = width() - m_table->verticalScrollBar()->sizeHint().width() - 2 * m_table->frameWidth();
    for (const Column column : {Column::LastItem, Column::Events})
        leaveOutColumn(*m_table, int(column), false);
    const int needed = fitColumns(*m_table, int(Column::LastItem));
    m_table->setMinimumWidth(std::min(needed + width() - room, 20 * height));
    int whole = 0;
    for (const Column column : {Column::Start, Column::User, Column::Events})
        whole += m_table->columnWidth(int(column));
    if (whole + 4 * height <= room)
        return;
    leaveOutColumn(*m_table, int(Column::LastItem)); // its tooltip says it
    if (fitColumns(*m_table, int(Column::User)) <= room)
        return;
    leaveOutColumn(*m_table, int(Column::Events));
    fitColumns(*m_table, int(Column::User));
}

void SessionList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void SessionList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
