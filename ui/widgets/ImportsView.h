#pragma once

#include "core/data/ImportHistory.h"
#include "ui/AppSession.h"
#include "ui/models/ImportsModel.h"

#include <QSet>
#include <QWidget>

class QTabWidget;
class QTreeView;

namespace foretrail {

class ImportLedger;
class QualityView;
class RejectsView;

/// The imports of the workspace on top, files of one go below a line of their own; below, of the selected one: what it did, which
/// rows it rejected, what is odd about its data.
class ImportsView : public QWidget {
    Q_OBJECT
public:
    explicit ImportsView(AppSession &session, QWidget *parent = nullptr);

    /// What was selected stays so; else the newest is.
    void show(const QList<ImportGroup> &groups);
    /// Selects the import with this id with all that was imported in the same go, and shows what it did. False when it is not
    /// in the list.
    bool showLedger(qint64 importId);
    bool isEmpty() const { return m_imports.rowCount() == 0; }
    /// A file, or a group of several.
    const ImportGroup &selected() const { return m_selected; }

Q_SIGNALS:
    void forecastClicked();
    void againClicked();
    void undoClicked();
    void redoClicked();
    void exportRejectsClicked();
    void feedClicked(const QList<foretrail::Correction> &corrections);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeDetail();
    void connectDetail();
    void addKeys();
    void select(const QModelIndex &index);
    void select(const ImportGroup &group);
    void fitList();
    void showRejectsTab();
    void showQualityTab();
    void retranslate();

    AppSession &m_session;
    ImportsModel m_imports;
    QTreeView *m_list;
    QTabWidget *m_tabs;
    ImportLedger *m_ledger;
    RejectsView *m_rejects;
    QualityView *m_quality;
    ImportGroup m_selected;
    bool m_isWholeGroup = true; ///< else one of its files
    QSet<qint64> m_open; ///< groups whose files are shown
};

} // namespace foretrail
