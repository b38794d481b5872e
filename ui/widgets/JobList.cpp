#include "ui/widgets/JobList.h"

#include "ui/models/JobsModel.h"
#include "ui/widgets/JobRow.h"

#include <QEvent>
#include <QVBoxLayout>

namespace foretrail {

JobList::JobList(JobsModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { updateRows(first.row(), last.row()); });
    insertRows(0, model.rowCount() - 1);
}

void JobList::insertRows(int first, int last)
{
    for (int i = first; i <= last; ++i) {
        auto *row = new JobRow(this);
        // A row shows whatever job stands at its place.
        connect(row, &JobRow::stopClicked, &m_model, &JobsModel::stop);
        connect(row, &JobRow::nextClicked, &m_model, &JobsModel::runNext);
        m_rows.insert(i, row);
        m_layout->insertWidget(i, row);
        row->setJob(m_model.job(i), isBehindAnother(i));
    }
    Q_EMIT countChanged();
}

void JobList::removeRows(int first, int last)
{
    for (int i = last; i >= first; --i) {
        JobRow *row = m_rows.takeAt(i);
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    Q_EMIT countChanged();
}

void JobList::updateRows(int first, int last)
{
    for (int i = first; i <= last && i < m_rows.size(); ++i)
        m_rows.at(i)->setJob(m_model.job(i), isBehindAnother(i));
}

/// Whether another job of its lane waits before it.
bool JobList::isBehindAnother(int row) const
{
    const JobInfo &job = m_model.job(row);
    for (int before = 0; before < row; ++before)
        if (m_model.job(before).lane == job.lane && m_model.job(before).state == JobState::Waiting)
            return job.state == JobState::Waiting;
    return false;
}

void JobList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateRows(0, int(m_rows.size()) - 1);
}

} // namespace foretrail
