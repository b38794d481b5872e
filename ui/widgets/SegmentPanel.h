#pragma once

#include "core/behaviour/segments/SegmentBook.h"

#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace foretrail {

using SharedBook = std::shared_ptr<const SegmentBook>;

/// The segments of a workspace with their users and their share of revenue, and what can be done with them. Shows a value; asks nothing.
class SegmentPanel : public QWidget {
    Q_OBJECT
public:
    explicit SegmentPanel(QWidget *parent = nullptr);

    /// None: they are still counted, or `problem` says why there are none.
    void setBook(SharedBook book, const QString &problem = {});
    void setChosen(const QString &key); ///< the one that is the filter; empty: everybody
    /// Offers to bring a segment back; empty: no more.
    void setDeleted(const QString &name);
    QStringList selectedKeys() const;

Q_SIGNALS:
    void chosen(const QString &key); ///< empty: everybody
    void ruleWanted(const QString &key); ///< a new one, or that of a segment to be changed
    void saveWanted(const QString &key);
    void renameWanted(const QString &key);
    void deleteWanted(const QString &key);
    void undoWanted();
    void exportWanted(const QString &key);
    void compareWanted(const QStringList &keys);
    void clustersWanted(int k); ///< 0: as many as fit

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &name, QLayout *layout, std::function<void()> clicked);
    void arrange();
    void fill();
    QTreeWidgetItem *addGroup(const QString &title, const QString &prefix);
    void addRow(QTreeWidgetItem *group, const SegmentInfo &info);
    void fillClusters();
    void fitColumnsToRows();
    void markChosen();
    void showSelected();
    void retranslate();
    QString currentKey() const;

    SharedBook m_book;
    QString m_problem, m_chosen, m_deleted;
    QLabel *m_title;
    QTreeWidget *m_tree;
    QLabel *m_words;
    QLabel *m_note;
    QMenu *m_clusterMenu;
    QPushButton *m_clusters;
    QPushButton *m_rule, *m_compare, *m_export, *m_save, *m_rename, *m_delete, *m_undo;
};

} // namespace foretrail
