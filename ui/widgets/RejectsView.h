#pragma once

#include "core/data/ImportGroup.h"
#include "core/data/RejectQueries.h"
#include "ui/models/RejectFieldsModel.h"
#include "ui/models/RejectsModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace foretrail {

/// The rows that an import rejected: why, what stood there, and a place to put it right. What was put right is fed again in
/// one step.
class RejectsView : public QWidget {
    Q_OBJECT
public:
    explicit RejectsView(AppSession &session, QWidget *parent = nullptr);
    /// Rows of one import are listed; those of several only counted, since each belongs to a file of its own.
    void show(const ImportGroup &group);

Q_SIGNALS:
    void exportClicked();
    void feedClicked(const QList<foretrail::Correction> &corrections);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Known {
        ImportPlan plan;
        QList<RejectReason> reasons;
    };
    QWidget *makeTop();
    QWidget *makeFields();
    void connectAll();
    void read();
    void take(const Known &known);
    void filter();
    void showRow();
    void showState();
    void retranslate();
    QString hint() const;
    bool isOfOne() const { return m_report.importId > 0; }

    AppSession &m_session;
    LatestJob m_reading;
    RejectsModel m_rejects;
    RejectFieldsModel m_fields;
    QLabel *m_title;
    QComboBox *m_reason;
    QPushButton *m_feed;
    QPushButton *m_copy;
    QPushButton *m_export;
    QSplitter *m_splitter;
    QTableView *m_table;
    QLabel *m_fieldsTitle;
    QTableView *m_fieldsTable;
    QLabel *m_hint;
    ImportReport m_report;
    QList<RejectReason> m_reasons;
};

} // namespace foretrail
