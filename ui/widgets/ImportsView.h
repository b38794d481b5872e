#pragma once

#include "ui/models/ImportsModel.h"
#include "ui/models/RejectsModel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

class ImportLedger;

/// The imports of the workspace on top, what the selected one did and which rows it rejected below.
class ImportsView : public QWidget {
    Q_OBJECT
public:
    explicit ImportsView(AppSession &session, QWidget *parent = nullptr);

    /// Selects the import with this id, or the newest.
    void show(const QList<ImportReport> &imports, qint64 selectedId);
    bool isEmpty() const { return m_imports.rowCount() == 0; }
    qint64 selectedId() const { return m_selected.importId; }

Q_SIGNALS:
    void forecastClicked();
    void exportRejectsClicked(const foretrail::ImportReport &report);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeDetail();
    void select(const ImportReport &report);
    void retranslate();

    AppSession &m_session;
    ImportsModel m_imports;
    RejectsModel m_rejects;
    QTableView *m_list;
    ImportLedger *m_ledger;
    QLabel *m_rejectsTitle;
    QPushButton *m_export;
    QTableView *m_rejectsTable;
    ImportReport m_selected;
};

} // namespace foretrail
