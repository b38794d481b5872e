#pragma once

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace foretrail {

class JobRow;
class JobsModel;

/// A row for each job of a model, oldest first, each with a button that stops it.
class JobList : public QWidget {
    Q_OBJECT
public:
    explicit JobList(JobsModel &model, QWidget *parent = nullptr);
    bool isEmpty() const { return m_rows.isEmpty(); }

Q_SIGNALS:
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    bool isBehindAnother(int row) const;

    JobsModel &m_model;
    QList<JobRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace foretrail
