#include "ui/widgets/ShopperList.h"

#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/SegmentChip.h"
#include "ui/widgets/SessionList.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

ShopperList::ShopperList(AppSession &session, QWidget *parent)
    : QWidget(parent), m_model(session.jobs()), m_kind(new QComboBox), m_search(new QLineEdit), m_segment(new SegmentChip(session.selection())),
      m_table(plainTable(QStringLiteral("shopperTable"), &m_model, RowOrder::OfModel)), m_none(new QLabel), m_sessions(new SessionList(session)), m_stack(new QStackedWidget)
{
    m_kind->setObjectName(QStringLiteral("shopperKind"));
    m_stack->addWidget(makeUsers());
    m_stack->addWidget(m_sessions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_kind);
    layout->addWidget(m_stack, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        if (index == 0 && m_table->currentIndex().isValid())
            Q_EMIT userChosen(m_table->currentIndex().data(UsersModel::KeyRole).toString());
    });
    connect(m_sessions, &SessionList::sessionChosen, this, &ShopperList::sessionChosen);
    showTexts();
}

QWidget *ShopperList::makeUsers()
{
    auto *users = new QWidget;
    auto *column = new QVBoxLayout(users);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    m_search->setObjectName(QStringLiteral("shopperSearch"));
    m_search->setClearButtonEnabled(true);
    m_none->setObjectName(QStringLiteral("noShopper"));
    m_none->setProperty("quiet", true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const UsersModel::Column narrow : {UsersModel::Column::LastSeen, UsersModel::Column::Orders, UsersModel::Column::Value})
        leaveOutColumn(*m_table, int(narrow)); // there is no room for them
    for (const UsersModel::Column untold : {UsersModel::Column::Active, UsersModel::Column::Ahead, UsersModel::Column::Worth, UsersModel::Column::State})
        leaveOutColumn(*m_table, int(untold)); // as this list has nothing to tell them by
    m_table->sortByColumn(int(UsersModel::Column::Events), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_segment)})
        column->addWidget(widget);
    column->addWidget(m_table, 1);
    column->addWidget(m_none, 1);
    m_none->hide();
    connect(m_search, &QLineEdit::textChanged, &m_model, &UsersModel::setFilter);
    connect(&m_model, &UsersModel::ordered, this, [this] {
        m_none->setVisible(m_model.rowCount() == 0);
        m_table->setVisible(m_model.rowCount() > 0);
        fitColumns(*m_table, int(UsersModel::Column::User));
        selectWanted();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_isSelecting)
            Q_EMIT userChosen(index.data(UsersModel::KeyRole).toString());
    });
    return users;
}

void ShopperList::setUsers(UsersModel::Users users, const DataSummary &summary)
{
    m_model.setUsers(std::move(users), summary);
    if (m_model.userCount() == 0 && summary.users == 0)
        m_kind->setCurrentIndex(1); // only sessions can be asked
    showTexts();
}

void ShopperList::selectUser(const QString &key)
{
    m_wanted = key;
    selectWanted();
}

void ShopperList::selectWanted()
{
    const int row = m_wanted.isEmpty() ? -1 : m_model.rowOf(m_wanted);
    if (row < 0 || m_table->currentIndex().row() == row)
        return;
    m_isSelecting = true;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_isSelecting = false;
}

void ShopperList::setProblem(const QString &problem) { m_sessions->setProblem(problem); }

void ShopperList::showUsers()
{
    const QSignalBlocker blocker(m_kind); // nobody of the list was chosen
    m_kind->setCurrentIndex(0);
    m_stack->setCurrentIndex(0);
}

void ShopperList::askSession(const QString &key)
{
    m_kind->setCurrentIndex(1);
    m_sessions->choose(key);
}

void ShopperList::forgetSessions() { m_sessions->forget(); }

void ShopperList::showTexts()
{
    {
        const QSignalBlocker blocker(m_kind);
        const int kind = std::max(0, m_kind->currentIndex());
        m_kind->clear();
        m_kind->addItems({tr("Users"), tr("Sessions")});
        m_kind->setCurrentIndex(kind);
    }
    m_kind->setAccessibleName(tr("Of whom"));
    const QString count = QLocale().toString(m_model.userCount());
    m_search->setAccessibleName(tr("Search users"));
    m_search->setPlaceholderText(tr("Search users (%1)").arg(count));
    m_table->setAccessibleName(tr("Users"));
    m_none->setText(m_model.userCount() == 0 ? tr("The log names no users. Ask for a session.") : tr("No user is named like that."));
    fitColumns(*m_table, int(UsersModel::Column::User));
}

void ShopperList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
