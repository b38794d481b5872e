#include "ui/widgets/SegmentPanel.h"

#include "ui/models/CellOrder.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int keyRole = Qt::UserRole, placeRole = Qt::UserRole + 1; ///< placeRole: of a group among the groups
constexpr int mostOffered = 8; ///< clusters

QString segmentShare(double share) { return std::isnan(share) ? QStringLiteral("–") : QLocale().toString(100 * share, 'f', share < 0.0995 ? 1 : 0) + QStringLiteral(" %"); }

/// Segments are sorted inside their group; the groups stand as they do.
class SegmentItem : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem &other) const override
    {
        const QHeaderView &header = *treeWidget()->header();
        const Qt::SortOrder order = header.sortIndicatorOrder();
        if (!parent()) // the tree turns the answer round
            return (data(0, placeRole).toInt() < other.data(0, placeRole).toInt()) != (order == Qt::DescendingOrder);
        return CellOrder::isLess(orderIn(*this, header.sortIndicatorSection()), orderIn(other, header.sortIndicatorSection()), order);
    }

private:
    static CellOrder orderIn(const QTreeWidgetItem &item, int column)
    {
        return CellOrder::of(item.data(column, orderRole), item.data(column, Qt::DisplayRole));
    }
};

} // namespace

SegmentPanel::SegmentPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_tree(new QTreeWidget(this)), m_words(new QLabel(this)), m_note(new QLabel(this)),
      m_clusterMenu(new QMenu(this)), m_clusters(new QPushButton(this))
{
    setObjectName(QStringLiteral("segmentPanel"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_tree->setObjectName(QStringLiteral("segmentTree"));
    m_tree->setColumnCount(3);
    m_tree->setFont(Theme::tableFont());
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(Theme::space);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setMinimumHeight(280);
    m_tree->setIconSize({12, 12});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_tree->setSortingEnabled(true);
    m_words->setObjectName(QStringLiteral("segmentWords"));
    m_note->setObjectName(QStringLiteral("segmentNote"));
    m_note->setProperty("quiet", true);
    for (QLabel *label : {m_words, m_note})
        label->setWordWrap(true);
    arrange();
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &SegmentPanel::showSelected);
    const auto choose = [this](QTreeWidgetItem *item) {
        if (item->flags() & Qt::ItemIsSelectable && m_tree->selectedItems().size() <= 1)
            Q_EMIT chosen(item->data(0, keyRole).toString());
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, choose);
    connect(m_tree, &QTreeWidget::itemActivated, this, choose);
    retranslate();
}

QPushButton *SegmentPanel::addButton(const QString &name, QLayout *layout, std::function<void()> clicked)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, [clicked = std::move(clicked)] { clicked(); });
    return button;
}

void SegmentPanel::arrange()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, 2 * Theme::space, Theme::space, Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_title);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_words);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(Theme::space);
    m_rule = addButton(QStringLiteral("newRule"), buttons, [this] { Q_EMIT ruleWanted({}); });
    m_clusters->setObjectName(QStringLiteral("makeClusters"));
    m_clusters->setMenu(m_clusterMenu);
    buttons->addWidget(m_clusters);
    m_compare = addButton(QStringLiteral("compareSegments"), buttons, [this] { Q_EMIT compareWanted(selectedKeys()); });
    m_export = addButton(QStringLiteral("exportSegment"), buttons, [this] { Q_EMIT exportWanted(currentKey()); });
    m_save = addButton(QStringLiteral("saveSegment"), buttons, [this] {
        currentKey().startsWith(QStringLiteral("saved:")) ? Q_EMIT ruleWanted(currentKey()) : Q_EMIT saveWanted(currentKey());
    });
    m_rename = addButton(QStringLiteral("renameSegment"), buttons, [this] { Q_EMIT renameWanted(currentKey()); });
    m_delete = addButton(QStringLiteral("deleteSegment"), buttons, [this] { Q_EMIT deleteWanted(currentKey()); });
    m_undo = addButton(QStringLiteral("undoDeleteSegment"), buttons, [this] { Q_EMIT undoWanted(); });
    layout->addLayout(buttons);
    layout->addWidget(m_note);
}

void SegmentPanel::setBook(SharedBook book, const QString &problem)
{
    m_book = std::move(book);
    m_problem = problem;
    fill();
}

void SegmentPanel::setChosen(const QString &key)
{
    m_chosen = key;
    markChosen();
}

void SegmentPanel::setDeleted(const QString &name)
{
    m_deleted = name;
    showSelected();
}

QTreeWidgetItem *SegmentPanel::addGroup(const QString &title, const QString &prefix)
{
    QTreeWidgetItem *group = nullptr;
    for (const SegmentInfo &info : m_book->segments) {
        if (!info.key.startsWith(prefix))
            continue;
        if (!group) {
            group = new SegmentItem(m_tree, {title});
            group->setData(0, placeRole, m_tree->topLevelItemCount());
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
            group->setForeground(0, Theme::colors().secondary);
            group->setExpanded(true);
        }
        addRow(group, info);
    }
    return group;
}

void SegmentPanel::addRow(QTreeWidgetItem *group, const SegmentInfo &info)
{
    auto *row = new SegmentItem(group, {info.title, info.users ? QLocale().toString(info.count()) : QStringLiteral("–"), segmentShare(info.share)});
    row->setData(0, keyRole, info.key);
    row->setData(2, orderRole, info.share);
    row->setToolTip(0, info.problem.isEmpty() ? info.words : info.problem);
    for (const int column : {1, 2})
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    if (!info.users)
        row->setForeground(0, Theme::colors().warning);
}

void SegmentPanel::fill()
{
    const QSignalBlocker quiet(m_tree);
    const QStringList selected = selectedKeys();
    m_tree->setSortingEnabled(false);
    m_tree->clear();
    if (m_book) {
        const qint64 all = m_book->basis->figures->count;
        auto *everybody = new SegmentItem(m_tree, {tr("All users"), QLocale().toString(all), m_book->basis->figures->hasAmounts ? segmentShare(1) : QStringLiteral("–")});
        everybody->setData(0, keyRole, QString());
        for (const int column : {1, 2})
            everybody->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        addGroup(tr("Saved"), QStringLiteral("saved:"));
        addGroup(tr("By recency and frequency (RFM)"), QStringLiteral("rfm:"));
        addGroup(tr("By state (days of silence)"), QStringLiteral("state:"));
        addGroup(tr("Clusters"), QStringLiteral("cluster:"));
        leaveOutColumn(*m_tree, 2, !m_book->basis->figures->hasAmounts);
    }
    m_tree->setSortingEnabled(true);
    fitColumnsToRows();
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item)
        if ((*item)->flags() & Qt::ItemIsSelectable && selected.contains((*item)->data(0, keyRole).toString()))
            (*item)->setSelected(true);
    QStringList notes;
    if (m_book) {
        notes << m_book->note << m_book->basis->rfm.cutWords();
        if (m_book->basis->figures->hasClock)
            notes << m_book->basis->lifecycle.words();
        if (m_book->clusters)
            notes << m_book->clusters->words();
    } else {
        notes << (m_problem.isEmpty() ? tr("Users are being counted into segments.") : m_problem);
    }
    notes.removeAll(QString());
    m_note->setText(notes.join(QStringLiteral("\n\n")));
    markChosen();
    showSelected();
}

/// Numbers need the room that they need, names get the rest.
void SegmentPanel::fitColumnsToRows()
{
    constexpr int cellRoom = 20; // what the style sheet and the style leave beside a text, and a little
    const QFontMetrics metrics(m_tree->font());
    m_tree->header()->setMinimumSectionSize(24);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2}) {
        int widest = m_tree->header()->fontMetrics().horizontalAdvance(m_tree->headerItem()->text(column)) + 8; // the arrow of sorting
        for (QTreeWidgetItemIterator item(m_tree); *item; ++item)
            widest = std::max(widest, metrics.horizontalAdvance((*item)->text(column)));
        m_tree->header()->setSectionResizeMode(column, QHeaderView::Fixed);
        m_tree->header()->resizeSection(column, widest + cellRoom);
        m_tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void SegmentPanel::markChosen()
{
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        if (!((*item)->flags() & Qt::ItemIsSelectable))
            continue;
        const bool isChosen = (*item)->data(0, keyRole).toString() == m_chosen;
        (*item)->setIcon(0, isChosen ? Theme::icon(QStringLiteral("check")) : QIcon());
    }
}

QStringList SegmentPanel::selectedKeys() const
{
    QStringList keys;
    for (const QTreeWidgetItem *item : m_tree->selectedItems())
        keys << item->data(0, keyRole).toString();
    return keys;
}

QString SegmentPanel::currentKey() const { return selectedKeys().value(0); }

void SegmentPanel::showSelected()
{
    const QStringList keys = selectedKeys();
    const SegmentInfo *one = m_book && keys.size() == 1 ? m_book->find(keys.front()) : nullptr;
    m_words->setVisible(one);
    if (one)
        m_words->setText(one->problem.isEmpty() ? one->words : one->problem);
    m_rule->setEnabled(m_book != nullptr);
    m_clusters->setEnabled(m_book != nullptr);
    m_compare->setEnabled(m_book && (one || keys.size() > 1));
    m_export->setEnabled(one && one->users);
    m_save->setEnabled(one);
    m_save->setText(one && one->isSaved() ? tr("Change…") : tr("Save as…"));
    m_rename->setEnabled(one && one->isSaved());
    m_delete->setEnabled(one && one->isSaved());
    m_undo->setVisible(!m_deleted.isEmpty());
    m_undo->setText(tr("Bring back %1").arg(fontMetrics().elidedText(m_deleted, Qt::ElideRight, 140)));
}

void SegmentPanel::fillClusters()
{
    m_clusterMenu->clear();
    connect(m_clusterMenu->addAction(tr("As many as fit")), &QAction::triggered, this, [this] { Q_EMIT clustersWanted(0); });
    for (int k = 2; k <= mostOffered; ++k)
        connect(m_clusterMenu->addAction(tr("%1 clusters").arg(k)), &QAction::triggered, this, [this, k] { Q_EMIT clustersWanted(k); });
}

void SegmentPanel::retranslate()
{
    m_title->setText(tr("Segments"));
    m_tree->setAccessibleName(tr("Segments"));
    m_tree->setHeaderLabels({tr("Segment"), tr("Users"), tr("Share")});
    m_tree->headerItem()->setToolTip(2, tr("Share of revenue"));
    m_rule->setText(tr("New rule…"));
    m_clusters->setText(tr("Clusters"));
    m_clusters->setToolTip(tr("Part users by what they are alike in"));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("The selected segments side by side; one alone beside all users. Ctrl+click selects several."));
    m_export->setText(tr("Export…"));
    m_rename->setText(tr("Rename…"));
    m_delete->setText(tr("Delete"));
    fillClusters();
    fill();
}

void SegmentPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace foretrail
