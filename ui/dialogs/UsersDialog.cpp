#include "ui/dialogs/UsersDialog.h"

#include "core/report/FlowTables.h"
#include "ui/asking/FileDialogs.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableFilter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace foretrail {

UsersDialog::UsersDialog(AppSession &session, const QString &title, const QString &fileName, UserQuestion question, QWidget *parent)
    : QDialog(parent), m_session(session), m_model(session.jobs()), m_job(session.jobs()), m_fileName(fileName), m_title(new QLabel(title, this)),
      m_state(new QLabel(this)), m_filter(new FilterLine(QStringLiteral("groupUsersFilter"), this)), m_table(plainTable(QStringLiteral("groupUsers"), &m_model, RowOrder::OfModel)), m_export(new QPushButton(this)), m_show(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("usersDialog"));
    setWindowTitle(title);
    resize(640, 480);
    m_title->setObjectName(QStringLiteral("groupTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("groupState"));
    m_state->setProperty("quiet", true);
    m_state->setWordWrap(true);
    m_export->setObjectName(QStringLiteral("exportGroup"));
    m_show->setObjectName(QStringLiteral("showGroupUser"));
    m_close->setObjectName(QStringLiteral("closeGroup"));
    m_table->sortByColumn(int(UsersModel::Column::Value), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_show);
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_filter, &QLineEdit::textChanged, &m_model, &UsersModel::setFilter);
    connect(m_table, &QTableView::activated, this, &UsersDialog::goTo);
    connect(m_show, &QPushButton::clicked, this, [this] { goTo(m_table->currentIndex()); });
    connect(m_export, &QPushButton::clicked, this, &UsersDialog::exportList);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&session, &AppSession::workspaceChanged, this, &QDialog::reject);
    connect(&session, &AppSession::dataChanged, this, [this, question] { read(question); }); // somebody may be erased, or called otherwise
    connect(&m_model, &UsersModel::ordered, this, [this] {
        fitColumns(*m_table, int(UsersModel::Column::User));
        if (m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
        showTexts();
    });
    m_filter->hide();
    m_table->setFocus();
    showTexts();
    read(std::move(question));
}

void UsersDialog::open(AppSession &session, const QString &title, const QString &fileName, UserQuestion question, QWidget *parent)
{
    auto *dialog = new UsersDialog(session, title, fileName, std::move(question), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void UsersDialog::read(UserQuestion question)
{
    m_session.runLatestOnWorkspace<ListedUsers>(m_job, {tr("Reading the users behind a number"), Lane::Read, !m_isRead},
        [question = std::move(question)](Workspace &workspace, JobContext &job) -> Result<ListedUsers> {
            const Result<UserSet> users = question(job);
            if (!users)
                return fail(users.error());
            return listUsers(workspace.data(), &*users, job);
        }, this,
        [this](Result<ListedUsers> users) {
            if (!users) {
                m_state->setText(users.error().isCancelled() ? tr("Stopped. Open the number again to read its users.") : users.error().message);
                return;
            }
            const DataSummary &summary = m_session.summary();
            m_isRead = true;
            m_model.setUsers(users->users, users->summary(summary));
            leaveOutColumn(*m_table, int(UsersModel::Column::LastSeen), !summary.hasClock);
            for (const UsersModel::Column untold : {UsersModel::Column::Active, UsersModel::Column::Ahead, UsersModel::Column::Worth, UsersModel::Column::State})
                leaveOutColumn(*m_table, int(untold)); // as this list has nothing to tell them by
            leaveOutColumn(*m_table, int(UsersModel::Column::Value), !summary.hasAmounts);
            if (!summary.hasAmounts)
                m_table->sortByColumn(int(UsersModel::Column::Events), Qt::DescendingOrder);
            showTexts();
        });
}

void UsersDialog::showTexts()
{
    m_show->setText(tr("&Show on page Customers"));
    m_export->setText(tr("&Export list"));
    m_close->setText(tr("&Close"));
    m_table->setAccessibleName(tr("Users"));
    const int count = m_model.userCount();
    m_show->setEnabled(count > 0);
    m_export->setEnabled(count > 0);
    m_filter->setVisible(isFiltered() || count >= FilterLine::longFrom);
    if (!m_isRead)
        return m_state->setText(tr("Reading users"));
    const GroupFloor floor{m_session.settings().smallestGroup()};
    QString state = count == 0 ? tr("Nobody, or nobody whom the log names.")
                    : isFiltered() ? tr("%1 of %2 users.").arg(QLocale().toString(exported()), QLocale().toString(count))
                                   : tr("Users in this list: %1.").arg(QLocale().toString(count));
    if (!floor.allowsList(exported()))
        state += QLatin1Char(' ') + tr("Too few to be exported: the settings withhold lists of fewer than %1.").arg(QLocale().toString(floor.least));
    m_export->setEnabled(exported() > 0 && floor.allowsList(exported()).has_value());
    m_state->setText(state);
}

bool UsersDialog::isFiltered() const { return !m_filter->text().trimmed().isEmpty(); }

/// What is filtered out is not written, so the few that are left may be too few.
int UsersDialog::exported() const { return isFiltered() ? m_model.rowCount() : m_model.userCount(); }

void UsersDialog::goTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    Q_EMIT m_session.pageRequested(QStringLiteral("customers"));
    m_session.selection().setUser(index.data(UsersModel::KeyRole).toString());
    if (QWidget *window = parentWidget() ? parentWidget()->window() : nullptr) {
        window->raise();
        window->activateWindow();
    }
}

void UsersDialog::exportList()
{
    const QString path = FileDialogs::saveFile(this, tr("Export the list of users"), m_fileName, tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    const UsersModel::Shown shown = m_model.shown();
    const auto count = int(shown.order.size());
    if (const Result<void> allowed = GroupFloor{m_session.settings().smallestGroup()}.allowsList(count); !allowed)
        return m_state->setText(allowed.error().message);
    m_session.save(tr("Exporting %1 users").arg(count), path, [path, shown] { return writeUsers(shown, path); });
}

void UsersDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
