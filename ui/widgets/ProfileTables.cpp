#include "ui/widgets/ProfileTables.h"

#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ProfileTablesText { Q_DECLARE_TR_FUNCTIONS(foretrail::ProfileTables) };

constexpr int minutesColumn = 1, eventsColumn = 2; ///< of the sessions

void makeProfileTable(QTableWidget &table, const QString &name)
{
    table.setObjectName(name);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionMode(QAbstractItemView::NoSelection);
    table.setFocusPolicy(Qt::TabFocus);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.setFont(Theme::tableFont());
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

QTableWidget *profileTable(const QString &name, QWidget *parent)
{
    auto *table = new QTableWidget(0, 3, parent);
    makeProfileTable(*table, name);
    return table;
}

QTableWidgetItem *profileNumber(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString profileFigure(double value) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 0); }

void fitToRows(QTableWidget &table)
{
    table.resizeRowsToContents();
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth();
    for (int row = 0; row < table.rowCount(); ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(height);
}

void showCounts(QTableWidget &table, const QString &title, const QList<NamedCount> &counts, bool hasAmounts)
{
    table.setHorizontalHeaderLabels({title, ProfileTablesText::tr("Events"), hasAmounts ? ProfileTablesText::tr("Value") : QString()});
    table.horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.setColumnHidden(2, !hasAmounts);
    table.setRowCount(int(counts.size()));
    for (int row = 0; row < counts.size(); ++row) {
        const NamedCount &entry = counts[row];
        auto *name = new QTableWidgetItem(entry.name.isEmpty() ? entry.key : entry.name);
        name->setToolTip(entry.name.isEmpty() ? entry.key : QStringLiteral("%1 (%2)").arg(entry.name, entry.key));
        table.setItem(row, 0, name);
        table.setItem(row, 1, profileNumber(QLocale().toString(entry.count)));
        table.setItem(row, 2, profileNumber(profileFigure(entry.value)));
    }
    fitColumns(table, 0);
    fitToRows(table);
}

ProfileSessions::ProfileSessions(QWidget *parent) : QTableWidget(0, 5, parent)
{
    makeProfileTable(*this, QStringLiteral("sessionTable"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    connect(this, &QTableWidget::activated, this, [this](const QModelIndex &index) { Q_EMIT sessionChosen(m_keys.value(index.row())); });
}

void ProfileSessions::setSessions(const QList<UserSession> &sessions, const DataSummary &summary)
{
    ZoneClock clock{QTimeZone(summary.timeZone.toLatin1())};
    setAccessibleName(tr("Sessions"));
    setHorizontalHeaderLabels({tr("Begin"), tr("Minutes"), tr("Events"), tr("Bought"), tr("Value")});
    horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setColumnHidden(4, !summary.hasAmounts);
    const int shown = int(std::min<qsizetype>(mostShown, sessions.size()));
    setRowCount(shown);
    m_keys.clear();
    for (int row = 0; row < shown; ++row) {
        const UserSession &session = sessions[sessions.size() - 1 - row];
        const WallMs wall = clock.toWall(session.start);
        const QString time = QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC).toString(QStringLiteral("HH:mm"));
        m_keys << session.key;
        auto *when = new QTableWidgetItem(summary.hasClock ? QStringLiteral("%1 %2").arg(dateText(wall), time) : session.key);
        when->setToolTip(session.key.isEmpty() ? tr("A visit without a pause of half an hour; the log does not name it.") : session.key);
        setItem(row, 0, when);
        setItem(row, minutesColumn, profileNumber(summary.hasClock ? profileFigure(double(session.end - session.start) / 60'000) : QStringLiteral("–")));
        setItem(row, eventsColumn, profileNumber(QLocale().toString(session.events)));
        setItem(row, 3, profileNumber(QLocale().toString(session.purchases)));
        setItem(row, 4, profileNumber(profileFigure(session.value)));
    }
}

/// When it was is told whole; what there is no room for beside it goes.
void ProfileSessions::fitTo(int room)
{
    for (const int spare : {minutesColumn, eventsColumn})
        setColumnHidden(spare, false);
    int needed = fitColumns(*this, 0);
    for (const int spare : {eventsColumn, minutesColumn})
        if (needed > room) {
            setColumnHidden(spare, true);
            needed = fitColumns(*this, 0);
        }
    fitToRows(*this);
}

} // namespace foretrail
