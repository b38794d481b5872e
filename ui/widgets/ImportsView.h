#pragma once

#include "core/data/ImportHistory.h"
#include "ui/AppSession.h"
#include "ui/models/ImportsModel.h"

#include <QWidget>

class QTabWidget;
class QTableView;

namespace foretrail {

class ImportLedger;
class QualityView;
class RejectsView;

/// The imports of the workspace on top; below, of the selected one: what it did, which rows it rejected, what is odd about
/// its data.
class ImportsView : public QWidget {
    Q_OBJECT
public:
    explicit ImportsView(AppSession &session, QWidget *parent = nullptr);

    /// Selects the import with this id, or the newest.
    void show(const QList<ImportReport> &imports, qint64 selectedId);
    bool isEmpty() const { return m_imports.rowCount() == 0; }
    qint64 selectedId() const { return m_selected.importId; }
    const ImportReport &selected() const { return m_selected; }

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
    void select(const ImportReport &report);
    void fitList();
    void showRejectsTab();
    void retranslate();

    AppSession &m_session;
    ImportsModel m_imports;
    QTableView *m_list;
    QTabWidget *m_tabs;
    ImportLedger *m_ledger;
    RejectsView *m_rejects;
    QualityView *m_quality;
    ImportReport m_selected;
};

} // namespace foretrail
