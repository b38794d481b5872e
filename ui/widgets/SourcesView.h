#pragma once

#include "ui/models/SourcesModel.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace foretrail {

/// The files that are imported one after another, where there are several: which are done, which is looked at, which wait.
class SourcesView : public QFrame {
    Q_OBJECT
public:
    explicit SourcesView(QWidget *parent = nullptr);
    /// Hides itself where there is but one.
    void show(const QList<SourceEntry> &entries);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void retranslate();

    SourcesModel m_model;
    QLabel *m_sentence;
    QTableView *m_table;
    QList<SourceEntry> m_entries;
    int m_at = -1; ///< the file that is looked at, kept in sight
};

} // namespace foretrail
