#include "ui/widgets/JobList.h"

#include "ui/models/JobsModel.h"
#include "ui/widgets/JobRow.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foretrail {

namespace {

constexpr int mostJobRows = 6;

} // namespace

JobList::JobList(JobsModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_rest(new QLabel(this)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_rest);
    m_rest->setObjectName(QStringLiteral("jobsRest"));
    m_rest->setProperty("quiet", true);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &JobList::updateRows);
    insertRows(0, model.rowCount() - 1);
}

/// A row shows whatever job stands at its place.
void JobList::addRow(int at)
{
    auto *row = new JobRow(this);
    connect(row, &JobRow::stopClicked, &m_model, &JobsModel::stop);
    connect(row, &JobRow::nextClicked, &m_model, &JobsModel::runNext);
    connect(row, &JobRow::showClicked, this, &JobList::showClicked);
    m_rows.insert(at, row);
    m_layout->insertWidget(at, row);
}

void JobList::dropRow(int at)
{
    JobRow *row = m_rows.takeAt(at);
    m_layout->removeWidget(row);
    row->hide();
    row->deleteLater();
}

void JobList::insertRows(int first, int last)
{
    if (first >= mostJobRows)
        return showRest();
    for (int i = first; i <= std::min(last, mostJobRows - 1); ++i)
        addRow(i);
    while (m_rows.size() > mostJobRows)
        dropRow(mostJobRows);
    updateRows();
    Q_EMIT countChanged();
}

void JobList::removeRows(int first, int last)
{
    for (int i = std::min(last, int(m_rows.size()) - 1); i >= first; --i)
        dropRow(i);
    while (m_rows.size() < std::min(mostJobRows, m_model.rowCount()))
        addRow(int(m_rows.size()));
    updateRows();
    Q_EMIT countChanged();
}

void JobList::updateRows()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setJob(m_model.job(i), isBehindAnother(i));
        m_rows.at(i)->setShowOffered(m_offersShow && m_rows.size() > 1, m_model.job(i).id == m_shown);
    }
    showRest();
}

void JobList::setShown(JobId job)
{
    if (std::exchange(m_shown, job) != job)
        updateRows();
}

void JobList::showRest()
{
    const int rest = m_model.rowCount() - int(m_rows.size());
    m_rest->setVisible(rest > 0);
    m_rest->setText(tr("and %n more", nullptr, rest));
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
        updateRows();
}

} // namespace foretrail
