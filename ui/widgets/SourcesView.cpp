#include "ui/widgets/SourcesView.h"

#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int mostRows = 5; ///< shown at once

} // namespace

SourcesView::SourcesView(QWidget *parent)
    : QFrame(parent), m_sentence(new QLabel), m_table(plainTable(QStringLiteral("sourcesTable"), &m_model))
{
    setObjectName(QStringLiteral("sourcesView"));
    setProperty("card", true);
    m_sentence->setObjectName(QStringLiteral("sourcesSentence"));
    m_sentence->setProperty("quiet", true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(22, m_table->fontMetrics().height() + 6));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 4);
    layout->setSpacing(4);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table);
    hide();
    retranslate();
}

void SourcesView::show(const QList<SourceEntry> &entries)
{
    m_entries = entries;
    m_model.setEntries(entries);
    setVisible(entries.size() > 1);
    if (entries.size() < 2)
        return;
    m_sentence->setText(SourcesModel::sentence(entries));
    fit();
    const auto isNow = [](const SourceEntry &entry) {
        return entry.state == SourceEntry::State::Current || entry.state == SourceEntry::State::Importing;
    };
    const auto now = std::find_if(entries.begin(), entries.end(), isNow);
    const int at = now == entries.end() ? -1 : int(now - entries.begin());
    if (at >= 0 && at != m_at)
        m_table->scrollTo(shownIn(*m_table, m_model.index(at, 0)));
    m_at = at;
}

void SourcesView::fit()
{
    fitColumns(*m_table, int(SourcesModel::Column::File));
    const int rows = std::min(mostRows, int(m_entries.size()));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize() + 2);
}

void SourcesView::retranslate()
{
    m_table->setAccessibleName(tr("Files of this import"));
    m_sentence->setText(SourcesModel::sentence(m_entries));
}

void SourcesView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_entries.isEmpty())
        fit();
}

} // namespace foretrail
