#include "ui/widgets/JobsPanel.h"

#include "ui/models/JobsModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/JobRow.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

JobsPanel::JobsPanel(JobsModel &model, QWidget *parent)
    : QFrame(parent), m_model(model), m_title(new QLabel(this)), m_empty(new QLabel(this)), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("jobsPanel"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(440);
    m_empty->setObjectName(QStringLiteral("jobsEmpty"));
    m_layout->setContentsMargins(2 * Theme::space, 12, 2 * Theme::space, 12);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_empty);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { updateRows(first.row(), last.row()); });
    insertRows(0, model.rowCount() - 1);
    showTexts();
}

void JobsPanel::insertRows(int first, int last)
{
    for (int i = first; i <= last; ++i) {
        auto *row = new JobRow(this);
        const JobId id = m_model.job(i).id;
        connect(row, &JobRow::stopClicked, this, [this, id] {
            for (int at = 0; at < m_model.rowCount(); ++at)
                if (m_model.job(at).id == id)
                    m_model.cancel(at);
        });
        m_jobRows.insert(i, row);
        m_layout->insertWidget(i + 1, row);
        row->setJob(m_model.job(i));
    }
    showTexts();
}

void JobsPanel::removeRows(int first, int last)
{
    for (int i = last; i >= first; --i) {
        JobRow *row = m_jobRows.takeAt(i);
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    showTexts();
}

void JobsPanel::updateRows(int first, int last)
{
    for (int i = first; i <= last && i < m_jobRows.size(); ++i)
        m_jobRows.at(i)->setJob(m_model.job(i));
}

void JobsPanel::showTexts()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(tr("Jobs"));
    setAccessibleName(tr("Jobs"));
    m_empty->setText(tr("Nothing is running."));
    m_empty->setVisible(m_jobRows.isEmpty());
    Q_EMIT resized();
}

void JobsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showTexts();
    updateRows(0, int(m_jobRows.size()) - 1);
}

void JobsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    Q_EMIT closed();
}

} // namespace foretrail
