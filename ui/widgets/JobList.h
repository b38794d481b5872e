#pragma once

#include "core/jobs/JobRunner.h"

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace foretrail {

class JobRow;
class JobsModel;

/// A row for each job of a model, as many as there is room for, each with a button that stops it; the others are counted below.
class JobList : public QWidget {
    Q_OBJECT
public:
    explicit JobList(JobsModel &model, QWidget *parent = nullptr);
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Where there are several, each offers to be looked at: showClicked().
    void offerShow() { m_offersShow = true; }
    /// The one that is looked at; 0: none of them.
    void setShown(JobId job);

Q_SIGNALS:
    void countChanged();
    void showClicked(foretrail::JobId job);

protected:
    void changeEvent(QEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows();
    void addRow(int at);
    void dropRow(int at);
    void showRest();
    bool isBehindAnother(int row) const;

    JobsModel &m_model;
    QList<JobRow *> m_rows;
    QLabel *m_rest; ///< how many more there are
    bool m_offersShow = false;
    JobId m_shown = 0;
    QVBoxLayout *m_layout;
};

} // namespace foretrail
